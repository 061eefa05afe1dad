package dev.sonde.manifests.output;

import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.TextPosition;
import dev.sonde.rules.Finding;

/**
 * A place in a file.
 *
 * @param file the file's name, as it was given
 * @param document the document in the file, from 1; what concerns the whole file has 1
 * @param position line and column
 * @param excerpt the line
 */
public record ManifestPlace(String file, int document, TextPosition position, LineExcerpt excerpt) {

  /**
   * {@return a place in a text}
   *
   * @param file the file's name
   * @param document the document in the file, from 1
   * @param source the file's text
   * @param offset where, in {@code char}s
   */
  public static ManifestPlace at(String file, int document, SourceText source, int offset) {
    TextPosition position = source.position(offset);
    return new ManifestPlace(file, document, position, LineExcerpt.of(source, offset, position));
  }

  /**
   * {@return a file as a whole}
   *
   * @param file the file's name
   */
  public static ManifestPlace of(String file) {
    return new ManifestPlace(file, 1, TextPosition.START, LineExcerpt.NONE);
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
