package dev.sonde.processor.plan;

/** How many objects of a class there are to ask. */
public enum OwnerCount {
  /** Just one. */
  ONE,
  /** One or none. */
  AT_MOST_ONE,
  /** Any number, each with a name. */
  ANY
}
