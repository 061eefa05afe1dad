package it;

/** The same without a single annotation. */
public final class Shop {

  boolean open() {
    return true;
  }
}
