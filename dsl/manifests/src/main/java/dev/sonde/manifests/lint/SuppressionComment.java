package dev.sonde.manifests.lint;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One comment that is to switch off a rule.
 *
 * @param offset where its {@code #} is
 * @param ownLine whether nothing is before it on its line
 * @param ruleId the rule; may be none
 * @param reason why; may be empty
 */
record SuppressionComment(int offset, boolean ownLine, String ruleId, String reason) {

  private static final String MARK = "sonde:ignore";

  static List<SuppressionComment> in(SourceText source) {
    List<SuppressionComment> found = new ArrayList<>(0);
    String text = source.text();
    int mark = text.indexOf(MARK);
    while (mark >= 0) {
      at(mark, source).ifPresent(found::add);
      mark = text.indexOf(MARK, mark + MARK.length());
    }
    return found;
  }

  private static Optional<SuppressionComment> at(int mark, SourceText source) {
    int lineStart = source.lineStart(mark);
    String before = source.text().substring(lineStart, mark);
    int hash = before.stripTrailing().length() - 1;
    boolean comment =
        hash >= 0
            && before.charAt(hash) == '#'
            && (hash == 0 || Character.isWhitespace(before.charAt(hash - 1)));
    if (!comment) {
      return Optional.empty();
    }
    String[] words =
        source
            .text()
            .substring(mark + MARK.length(), source.lineEnd(mark))
            .strip()
            .split("\\s+", 2);
    return Optional.of(
        new SuppressionComment(
            lineStart + hash,
            before.substring(0, hash).isBlank(),
            words[0],
            words.length > 1 ? words[1] : ""));
  }

  /**
   * What is wrong with the comment.
   *
   * @param covers whether there is a field that it speaks of
   */
  Optional<Finding> mistake(boolean covers) {
    if (ruleId.isEmpty()) {
      return Optional.of(mistake("it names no rule."));
    }
    try {
      LintSettings.DEFAULT.without(ruleId, reason);
      return covers
          ? Optional.empty()
          : Optional.of(mistake("there is no field on its line or on the next one."));
    } catch (IllegalArgumentException e) {
      return Optional.of(mistake(String.valueOf(e.getMessage())));
    }
  }

  private static Finding mistake(String why) {
    return InputRules.SUPPRESSION.finding(
        FieldPath.ROOT,
        "this comment switches off nothing: " + why,
        "Write # " + MARK + " rule-id reason.");
  }

  /** The offset of the line that it speaks of: its own, or the next one that is no comment. */
  int target(SourceText source) {
    String text = source.text();
    int line = source.lineStart(offset);
    while (ownLine && line < text.length() && isCommentOrBlank(text, line, source.lineEnd(line))) {
      line = nextLine(text, source.lineEnd(line));
    }
    return line;
  }

  private static boolean isCommentOrBlank(String text, int start, int end) {
    String line = text.substring(start, end).strip();
    return line.isEmpty() || line.startsWith("#") || line.startsWith("---");
  }

  private static int nextLine(String text, int lineEnd) {
    boolean crlf = text.startsWith("\r\n", lineEnd);
    return Math.min(text.length(), lineEnd + (crlf ? 2 : 1));
  }
}
