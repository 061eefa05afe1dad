package dev.sonde.kubelet.internal.report.markup;

import dev.sonde.rules.FindingWords;

/** Turns text into character data and into attribute values, of HTML and XML alike. */
final class MarkupEscape {

  private MarkupEscape() {}

  static void to(StringBuilder out, String text) {
    String line = FindingWords.visible(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
