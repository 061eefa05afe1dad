package dev.sonde.kubelet.internal.report.markdown;

import dev.sonde.rules.FindingWords;

/**
 * Text from files, made safe: nothing in it is markup, a link, an image, HTML or the name of a
 * person who would be notified.
 */
final class EscapedMarkdown {

  private static final String MARKUP = "\\`*_{}[]()#+-.!|~";

  private EscapedMarkdown() {}

  /** {@return running text on one line} */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : FindingWords.visible(text).toCharArray()) {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '@' -> escaped.append("&#64;");
        case ':' -> escaped.append("&#58;");
        case '.', '-', '(', ')', '+', '!' -> escaped.append(c);
        default -> {
          if (MARKUP.indexOf(c) >= 0) {
            escaped.append('\\');
          }
          escaped.append(c);
        }
      }
    }
    return escaped.toString();
  }

  /** {@return a value as code, on one line, also within a table} */
  static String code(String value) {
    String line = FindingWords.visible(value).replace("|", "\\|");
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String padding = line.isEmpty() || line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + padding + line + padding + fence;
  }
}
