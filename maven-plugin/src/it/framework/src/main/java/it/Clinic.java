package it;

/** An application without any annotation of Sonde's. */
public final class Clinic {

  private Clinic() {}
}
