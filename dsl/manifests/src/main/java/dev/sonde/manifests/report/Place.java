package dev.sonde.manifests.report;

import dev.sonde.manifests.tree.Position;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.Finding;

/**
 * A place in a file.
 *
 * @param file the file's name, as it was given
 * @param document the document in the file, from 1
 * @param position line and column
 * @param excerpt the line
 */
public record Place(String file, int document, Position position, Excerpt excerpt) {

  public static Place at(String file, int document, SourceText source, int offset) {
    Position position = source.position(offset);
    return new Place(file, document, position, Excerpt.of(source, offset, position));
  }

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, 1, Position.START, Excerpt.NONE);
  }

  public PlacedFinding finding(Finding finding) {
    return new PlacedFinding(finding, file, document, position, excerpt);
  }

  /** {@return the place as in {@code k8s/deployment.yaml:12:5}} */
  @Override
  public String toString() {
    return file + ":" + position;
  }
}
