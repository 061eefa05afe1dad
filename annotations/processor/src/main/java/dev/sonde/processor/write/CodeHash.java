package dev.sonde.processor.write;

import dev.sonde.compiled.TextHash;

/** Tells whether a generated class is still the same. */
public final class CodeHash {

  private CodeHash() {}

  /**
   * {@return a hash of the code without its comments: where only these differ, the class file that
   * is there already will do}
   *
   * @param source the source of the class
   */
  public static String of(String source) {
    StringBuilder code = new StringBuilder();
    for (String line : source.split("\n", -1)) {
      String text = line.strip();
      if (!text.startsWith("/*") && !text.startsWith("*")) {
        code.append(line).append('\n');
      }
    }
    return TextHash.of(code.toString());
  }
}
