package dev.sonde.processor.render;

/** Names variables. */
final class VariableNames {

  private VariableNames() {}

  /**
   * {@return a name for a variable that holds what is called {@code name}} {@code HTTPClient} gives
   * {@code httpClient}, {@code database-reachable} gives {@code databaseReachable}.
   */
  static String nameOf(String name) {
    StringBuilder variable = new StringBuilder();
    boolean wordEnded = false;
    for (int index = 0; index < name.length(); index++) {
      char c = name.charAt(index);
      if (Character.isJavaIdentifierPart(c) && c != '_' && c != '$') {
        variable.append(wordEnded && !variable.isEmpty() ? Character.toUpperCase(c) : c);
        wordEnded = false;
      } else {
        wordEnded = true;
      }
    }
    lowerFirstWord(variable);
    return variable.isEmpty() ? "it" : variable.toString();
  }

  /** Of several capitals in a row, the last one begins the next word. */
  private static void lowerFirstWord(StringBuilder variable) {
    for (int index = 0; index < variable.length(); index++) {
      boolean last = index + 1 == variable.length();
      boolean inFirstWord = index == 0 || last || Character.isUpperCase(variable.charAt(index + 1));
      if (!Character.isUpperCase(variable.charAt(index)) || !inFirstWord) {
        return;
      }
      variable.setCharAt(index, Character.toLowerCase(variable.charAt(index)));
    }
  }
}
