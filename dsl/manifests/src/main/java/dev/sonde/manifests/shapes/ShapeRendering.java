package dev.sonde.manifests.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Probes in one or more shapes.
 *
 * @param files the files, in the order of their shapes
 * @param notes what the reader has to know: what could not be expressed, and what was chosen
 */
public record ShapeRendering(List<ShapeFile> files, List<String> notes) {

  static final ShapeRendering EMPTY = new ShapeRendering(List.of(), List.of());

  /**
   * Copies the lists, so that the value stays what it was.
   *
   * @throws IllegalArgumentException if two files have one place
   */
  public ShapeRendering {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
    List<String> paths = new ArrayList<>();
    for (ShapeFile file : files) {
      if (paths.contains(file.path())) {
        throw new IllegalArgumentException(
            "Two sets of probes would be written to "
                + file.path()
                + ". Give their containers different names, or generate them apart.");
      }
      paths.add(file.path());
    }
  }

  static ShapeRendering of(ShapeFile... files) {
    return new ShapeRendering(List.of(files), List.of());
  }

  ShapeRendering and(ShapeRendering more) {
    return new ShapeRendering(
        Stream.concat(files.stream(), more.files.stream()).toList(),
        Stream.concat(notes.stream(), more.notes.stream()).toList());
  }

  ShapeRendering noting(List<String> more) {
    return and(new ShapeRendering(List.of(), more));
  }
}
