package dev.sonde.manifests.merge;

import dev.sonde.manifests.tree.Position;

/**
 * A place in a file.
 *
 * @param file the file's name, as it was given
 * @param position line and column
 */
public record Place(String file, Position position) {

  /** {@return the place as in {@code k8s/deployment.yaml:12:5}} */
  @Override
  public String toString() {
    return file + ":" + position;
  }
}
