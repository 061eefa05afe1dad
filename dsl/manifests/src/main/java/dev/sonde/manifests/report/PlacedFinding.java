package dev.sonde.manifests.report;

import dev.sonde.manifests.tree.Position;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.Finding;

/**
 * A finding and the place in a file that it points at.
 *
 * @param finding what is wrong
 * @param file the file as its reader named it
 * @param document the document in the file, from 1; what concerns the whole file has 1
 * @param position line and column
 * @param lineText the line at fault, without its line break
 */
public record PlacedFinding(
    Finding finding, String file, int document, Position position, String lineText) {

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
    String line = source.text().substring(source.lineStart(offset), source.lineEnd(offset));
    return new PlacedFinding(finding, file, document, source.position(offset), line);
  }

  /**
   * {@return a finding about a file as a whole}
   *
   * @param finding what is wrong
   * @param file the file's name
   */
  public static PlacedFinding about(Finding finding, String file) {
    return new PlacedFinding(finding, file, 1, Position.START, "");
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
