package dev.sonde.manifests.output;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.TextPosition;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import java.util.List;
import java.util.Optional;

/**
 * A finding and the place in a file that it points at.
 *
 * @param finding what is wrong
 * @param place where
 */
public record PlacedFinding(Finding finding, ManifestPlace place) {

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
    return ManifestPlace.at(file, document, source, offset)
        .finding(OddCharacters.explain(finding, source, offset));
  }

  /** {@return the file as its reader named it} */
  public String file() {
    return place.file();
  }

  /** {@return the document in the file, from 1; what concerns the whole file has 1} */
  public int document() {
    return place.document();
  }

  /** {@return line and column} */
  public TextPosition position() {
    return place.position();
  }

  /**
   * {@return another finding in the same place}
   *
   * @param other what is wrong
   */
  public PlacedFinding with(Finding other) {
    return new PlacedFinding(other, place);
  }

  /**
   * {@return this finding as the user wants to hear it, if at all}
   *
   * @param settings which advice is wanted, and how bad each is
   */
  public Optional<PlacedFinding> with(LintSettings settings) {
    return settings.apply(new Findings(List.of(finding))).stream().findFirst().map(this::with);
  }

  /** {@return place, severity and sentence on one line} */
  public String text() {
    return place + ": " + finding.severity().word() + ": " + finding.text();
  }

  /** {@return place and sentence, as in {@code a.yaml:3:1: [id] message remedy}} */
  @Override
  public String toString() {
    return place + ": " + finding.text();
  }
}
