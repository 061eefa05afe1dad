package dev.sonde.yaml;

import java.util.List;
import java.util.Random;

/** Strings made of what is awkward in YAML. */
final class RandomText {

  private static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          "\n",
          "\t",
          "\r",
          ":",
          ": ",
          "#",
          " #",
          "-",
          "- ",
          "?",
          "/health?full=true",
          "\"",
          "'",
          "\\",
          "|",
          ">",
          "&",
          "*",
          "!",
          "%",
          "@",
          "`",
          "{",
          "}",
          "[",
          "]",
          ",",
          "~",
          "null",
          "yes",
          "0x1F",
          "1e3",
          ".inf",
          "...",
          "---",
          "\u0000",
          "\u001f",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\uffff",
          "\ud83d\ude00",
          "\u00e9",
          "\u6f22",
          "a",
          "bc",
          "/",
          "8080");

  private RandomText() {}

  static String next(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest);
    while (text.length() < length) {
      if (random.nextInt(4) == 0) {
        text.append((char) ('a' + random.nextInt(26)));
      } else {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString();
  }
}
