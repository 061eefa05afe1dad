package dev.sonde.model;

/** Something that says how an application stops. */
public interface ShutdownSpec {

  /** {@return how it stops} */
  ShutdownTiming shutdown();
}
