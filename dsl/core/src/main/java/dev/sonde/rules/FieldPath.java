package dev.sonde.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from an object to one of its fields, written as Kubernetes writes it: {@code
 * spec.containers[0].livenessProbe.httpGet.port}.
 *
 * @param segments the steps of the way; none is the object itself
 */
public record FieldPath(List<Segment> segments) {

  /** The object itself. */
  public static final FieldPath ROOT = new FieldPath(List.of());

  /** One step. */
  public sealed interface Segment {}

  /**
   * A step to a field of a map.
   *
   * @param name the field's name
   */
  public record Field(String name) implements Segment {}

  /**
   * A step to an element of a list.
   *
   * @param index from 0
   */
  public record Index(int index) implements Segment {}

  /** Copies the segments, so that the value stays what it was. */
  public FieldPath {
    segments = List.copyOf(segments);
  }

  /**
   * {@return a path of fields, such as {@code of("spec", "template")}}
   *
   * @param names the fields' names, outermost first
   */
  public static FieldPath of(String... names) {
    FieldPath path = ROOT;
    for (String name : names) {
      path = path.field(name);
    }
    return path;
  }

  /**
   * {@return the path to a field of what this path leads to}
   *
   * @param name the field's name
   */
  public FieldPath field(String name) {
    return then(new Field(name));
  }

  /**
   * {@return the path to an element of the list that this path leads to}
   *
   * @param index from 0
   */
  public FieldPath index(int index) {
    return then(new Index(index));
  }

  /**
   * {@return the path that goes on where this one ends}
   *
   * @param rest the further way
   */
  public FieldPath then(FieldPath rest) {
    List<Segment> all = new ArrayList<>(segments);
    all.addAll(rest.segments);
    return new FieldPath(all);
  }

  private FieldPath then(Segment segment) {
    Segment[] all = segments.toArray(new Segment[segments.size() + 1]);
    all[segments.size()] = segment;
    return new FieldPath(List.of(all));
  }

  /**
   * Tells whether this path leads to what the other one leads to, or to something inside it.
   *
   * @param outer the other path
   */
  public boolean startsWith(FieldPath outer) {
    return segments.size() >= outer.segments.size()
        && segments.subList(0, outer.segments.size()).equals(outer.segments);
  }

  /** {@return the path as Kubernetes writes it} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      if (segment instanceof Index step) {
        text.append('[').append(step.index()).append(']');
      } else if (segment instanceof Field step) {
        text.append(text.isEmpty() ? "" : ".").append(step.name());
      }
    }
    return text.toString();
  }
}
