package dev.sonde.manifests.output;

import dev.sonde.rules.FindingWords;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.util.List;

/** Findings for people: place, sentence, the line with a caret below it. */
public final class TextReport {

  private static final String PLAIN = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String BLUE = "\u001b[34m";

  private final boolean colour;

  /**
   * Prepares for an output.
   *
   * @param colour whether it shows colours
   */
  public TextReport(boolean colour) {
    this.colour = colour;
  }

  /**
   * Writes the findings, with an empty line between them.
   *
   * @param findings what to write
   * @param out takes the text
   * @throws IOException if {@code out} fails
   */
  public void write(List<PlacedFinding> findings, Appendable out) throws IOException {
    for (PlacedFinding finding : findings) {
      write(finding, out);
      out.append('\n');
    }
  }

  private void write(PlacedFinding placed, Appendable out) throws IOException {
    Severity severity = placed.finding().severity();
    out.append(coloured(BOLD, placed.place() + ":"))
        .append(' ')
        .append(coloured(colourOf(severity), severity.word() + ":"))
        .append(' ')
        .append(placed.finding().text())
        .append('\n');
    excerpt(placed, out);
  }

  /**
   * Writes one finding for an output that shows its severity in its own way.
   *
   * @param placed what to write
   * @param out takes the text, which has no line break at its end
   * @throws IOException if {@code out} fails
   */
  public void writeWithoutSeverity(PlacedFinding placed, Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(placed.place()).append(": ").append(placed.finding().text()).append('\n');
    excerpt(placed, text);
    out.append(text.toString().stripTrailing());
  }

  /** A line with credentials is not copied into logs. */
  private void excerpt(PlacedFinding placed, Appendable out) throws IOException {
    LineExcerpt excerpt = placed.place().excerpt();
    boolean hidden = placed.finding().ruleId().equals(LintRules.PROBE_CREDENTIALS.id());
    if (hidden || excerpt.text().isBlank()) {
      return;
    }
    String number = Integer.toString(placed.position().line());
    out.append(number).append(" | ").append(printable(excerpt.text())).append('\n');
    out.append(" ".repeat(number.length()))
        .append(" | ")
        .append(below(excerpt))
        .append(coloured(colourOf(placed.finding().severity()), "^"))
        .append('\n');
  }

  /** Tabs stay tabs, so that the caret is where the terminal puts the character. */
  private static String below(LineExcerpt excerpt) {
    StringBuilder blank = new StringBuilder();
    excerpt
        .text()
        .substring(0, excerpt.caret())
        .codePoints()
        .forEach(c -> blank.append(c == '\t' ? '\t' : ' '));
    return blank.toString();
  }

  /** A manifest may hold anything; a terminal must not obey it. */
  private static String printable(String line) {
    StringBuilder shown = new StringBuilder();
    line.codePoints()
        .map(c -> c == '\t' || FindingWords.isShown(c) ? c : '\uFFFD')
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private String coloured(String code, String text) {
    return colour ? code + text + PLAIN : text;
  }

  private static String colourOf(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> BLUE;
    };
  }
}
