package dev.sonde.cli;

import dev.sonde.manifests.shapes.Shape;
import java.util.Arrays;
import java.util.Iterator;

/** The names of all shapes, for help and completion. */
final class ShapeWords implements Iterable<String> {

  private ShapeWords() {}

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Shape.values()).map(Shape::word).iterator();
  }
}
