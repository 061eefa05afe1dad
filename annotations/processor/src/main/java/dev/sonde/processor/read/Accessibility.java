package dev.sonde.processor.read;

/** From where something can be named in code. */
public enum Accessibility {
  /** From nowhere but its own source file. */
  NOWHERE,
  /** From its package. */
  PACKAGE,
  /** From every package. */
  EVERYWHERE;

  /**
   * {@return the smaller one of this reach and another}
   *
   * @param other the other
   */
  public Accessibility and(Accessibility other) {
    return compareTo(other) < 0 ? this : other;
  }
}
