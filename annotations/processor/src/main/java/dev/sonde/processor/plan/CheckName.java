package dev.sonde.processor.plan;

import dev.sonde.processor.read.Check;

/** Names checks after their code, in kebab case. */
final class CheckName {

  private CheckName() {}

  /**
   * {@return the name of a check that its author did not name, such as {@code database-reachable}}
   */
  static String of(Check check) {
    String owner = kebab(check.owner().simpleName());
    return check.ofHealthCheck() ? owner : owner + "-" + kebab(check.method().name());
  }

  /** {@return the words of a Java name: {@code isDNSReady2} gives {@code is-dns-ready2}} */
  static String kebab(String name) {
    StringBuilder words = new StringBuilder();
    for (int index = 0; index < name.length(); index++) {
      char c = name.charAt(index);
      if (c == '_' || c == '$') {
        separate(words);
      } else {
        if (startsWord(name, index)) {
          separate(words);
        }
        words.append(Character.toLowerCase(c));
      }
    }
    return words.toString();
  }

  private static boolean startsWord(String name, int index) {
    if (index == 0 || !Character.isUpperCase(name.charAt(index))) {
      return false;
    }
    boolean afterUpper = Character.isUpperCase(name.charAt(index - 1));
    boolean beforeLower =
        index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    return !afterUpper || beforeLower;
  }

  private static void separate(StringBuilder words) {
    if (!words.isEmpty() && words.charAt(words.length() - 1) != '-') {
      words.append('-');
    }
  }
}
