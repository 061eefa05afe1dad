package dev.sonde.manifests.report;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.tree.Position;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import java.util.List;
import java.util.Optional;

/**
 * A finding and the place in a file that it points at.
 *
 * @param finding what is wrong
 * @param file the file as its reader named it
 * @param document the document in the file, from 1; what concerns the whole file has 1
 * @param position line and column
 * @param excerpt the line at fault
 */
public record PlacedFinding(
    Finding finding, String file, int document, Position position, Excerpt excerpt) {

  /**
   * {@return a finding at an offset of a text}
   *
   * @param finding what is wrong
   * @param file the file's name
   * @param document the document in the file, from 1
   * @param source the file's text
   * @param offset where, in {@code char}s
   */
  public static PlacedFinding at(
      Finding finding, String file, int document, SourceText source, int offset) {
    Position position = source.position(offset);
    return new PlacedFinding(
        OddCharacters.explain(finding, source, offset),
        file,
        document,
        position,
        Excerpt.of(source, offset, position));
  }

  /**
   * {@return a finding about a file as a whole}
   *
   * @param finding what is wrong
   * @param file the file's name
   */
  public static PlacedFinding about(Finding finding, String file) {
    return new PlacedFinding(finding, file, 1, Position.START, Excerpt.NONE);
  }

  /**
   * {@return another finding in the same place}
   *
   * @param other what is wrong
   */
  public PlacedFinding with(Finding other) {
    return new PlacedFinding(other, file, document, position, excerpt);
  }

  /**
   * {@return this finding as the user wants to hear it, if at all}
   *
   * @param settings which advice is wanted, and how bad each is
   */
  public Optional<PlacedFinding> with(LintSettings settings) {
    return settings.apply(new Findings(List.of(finding))).stream().findFirst().map(this::with);
  }

  /** {@return the place, as in {@code deployment.yaml:12:5}} */
  public String place() {
    return file + ":" + position;
  }

  /** {@return place, severity and sentence on one line} */
  public String text() {
    return place() + ": " + finding.severity().word() + ": " + finding.text();
  }
}
