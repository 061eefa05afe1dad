package dev.sonde.rules;

/** The few characters that Kubernetes' names are made of. */
final class AsciiNames {

  private AsciiNames() {}

  static boolean isLowerLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isUpperLetter(int c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
