package dev.sonde.manifests.report;

import dev.sonde.manifests.tree.Position;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.Finding;

/**
 * A place in a file.
 *
 * @param file the file's name, as it was given
 * @param document the document in the file, from 1; what concerns the whole file has 1
 * @param position line and column
 * @param excerpt the line
 */
public record Place(String file, int document, Position position, Excerpt excerpt) {

  /**
   * {@return a place in a text}
   *
   * @param file the file's name
   * @param document the document in the file, from 1
   * @param source the file's text
   * @param offset where, in {@code char}s
   */
  public static Place at(String file, int document, SourceText source, int offset) {
    Position position = source.position(offset);
    return new Place(file, document, position, Excerpt.of(source, offset, position));
  }

  /**
   * {@return a file as a whole}
   *
   * @param file the file's name
   */
  public static Place of(String file) {
    return new Place(file, 1, Position.START, Excerpt.NONE);
  }

  /**
   * {@return a finding in this place}
   *
   * @param finding what is wrong
   */
  public PlacedFinding finding(Finding finding) {
    return new PlacedFinding(finding, this);
  }

  /** {@return the place as in {@code k8s/deployment.yaml:12:5}} */
  @Override
  public String toString() {
    return file + ":" + position;
  }
}
