package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.rules.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from an object down to where the decoder is. It changes with every step, and becomes a
 * {@link FieldPath} only when there is something to report.
 */
final class DecodePath {

  /** Field names, and indexes as {@link Integer}s. */
  private final List<Object> steps = new ArrayList<>();

  private final List<Level> levels = new ArrayList<>();

  /**
   * An object on the way.
   *
   * @param type its type
   * @param written where it is written
   * @param object its fields
   * @param depth how many steps lead to it
   */
  record Level(Struct type, MappingNode written, JsonObject object, int depth) {}

  void enter(Object step) {
    steps.add(step);
  }

  void leave() {
    steps.remove(steps.size() - 1);
  }

  void enter(Struct type, MappingNode written, JsonObject object) {
    levels.add(new Level(type, written, object, steps.size()));
  }

  void leaveLevel() {
    levels.remove(levels.size() - 1);
  }

  /** The objects on the way, outermost first. */
  List<Level> levels() {
    return levels;
  }

  /** The name or index of the step below an object on the way. */
  Object stepBelow(Level level) {
    return steps.get(level.depth());
  }

  /** The name or index of the step that leads to an object on the way. */
  Object stepTo(Level level) {
    return level.depth() == 0 ? "" : steps.get(level.depth() - 1);
  }

  FieldPath path() {
    return path(0, steps.size());
  }

  FieldPath path(Level level) {
    return path(0, level.depth());
  }

  FieldPath path(Level from, Level to) {
    return path(from.depth(), to.depth());
  }

  /** The rest of the way from an object on it; from the root, where none is given. */
  FieldPath pathFrom(Optional<Level> level) {
    return path(level.map(Level::depth).orElse(0), steps.size());
  }

  private FieldPath path(int from, int to) {
    List<FieldPath.Segment> segments = new ArrayList<>(to - from);
    for (Object step : steps.subList(from, to)) {
      segments.add(
          step instanceof Integer index
              ? new FieldPath.Index(index)
              : new FieldPath.Field((String) step));
    }
    return new FieldPath(segments);
  }
}
