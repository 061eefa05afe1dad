package dev.sonde.processor.read;

/** Something refers to a type that does not exist, or not yet. */
final class Unresolved extends Exception {

  private static final long serialVersionUID = 1L;

  /** Names the type, as far as it is known. */
  Unresolved(String type) {
    super(type, null, false, false);
  }
}
