package dev.sonde.kubelet.junit;

import dev.sonde.model.ProbeKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One change of one probe, which a suite should notice.
 *
 * @param container the container's name
 * @param probe which of its probes
 * @param field the field that is changed, such as {@code failureThreshold}; {@value #REMOVED} where
 *     the whole probe is
 * @param before what the field held
 * @param after what it holds in its place
 * @param place where it is written, such as {@code k8s/deployment.yaml:31}; empty where that is not
 *     known
 */
public record ProbeMutant(
    String container, ProbeKind probe, String field, String before, String after, String place) {

  static final String REMOVED = "removed";

  private static final String MARK = "=";

  /** {@return what is changed, such as {@code livenessProbe.failureThreshold}} */
  public String name() {
    return probe.fieldName() + "." + field;
  }

  /**
   * {@return all of it in a line, such as {@code orders: livenessProbe.failureThreshold 3 -> 30}}
   */
  public String text() {
    String what =
        field.equals(REMOVED)
            ? probe.fieldName() + " removed"
            : name() + " " + before + " -> " + after;
    return container + ": " + what + (place.isEmpty() ? "" : " (" + place + ")");
  }

  /** Tells whether a name is of this change, or of the probe that is changed. */
  boolean isNamed(String name) {
    return name.equals(name()) || name.equals(probe.fieldName());
  }

  /** A value of a report must not be empty, so that each begins with a mark. */
  Map<String, String> toEntries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("container", MARK + container);
    entries.put("probe", MARK + probe.name());
    entries.put("field", MARK + field);
    entries.put("before", MARK + before);
    entries.put("after", MARK + after);
    entries.put("place", MARK + place);
    return entries;
  }

  static ProbeMutant of(Map<String, String> entries) {
    return new ProbeMutant(
        value(entries, "container"),
        ProbeKind.valueOf(value(entries, "probe")),
        value(entries, "field"),
        value(entries, "before"),
        value(entries, "after"),
        value(entries, "place"));
  }

  private static String value(Map<String, String> entries, String key) {
    return entries.getOrDefault(key, MARK).substring(MARK.length());
  }
}
