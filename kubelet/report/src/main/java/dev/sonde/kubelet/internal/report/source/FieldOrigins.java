package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedOrigin;
import dev.sonde.rules.FieldPath;

/** Tells where the fields of a container come from. */
@FunctionalInterface
public interface FieldOrigins {

  /**
   * An origin.
   *
   * @param origin what decided about a field
   * @param detail more about it; may be empty
   */
  record Sourced(ReportedOrigin origin, String detail) {

    /** Nobody set a field. */
    static final Sourced DEFAULT = new Sourced(ReportedOrigin.DEFAULT, "");
  }

  /**
   * {@return where a field comes from}
   *
   * @param field the field from the container, such as {@code livenessProbe.httpGet.port}
   * @param set whether anybody set it
   */
  Sourced of(FieldPath field, boolean set);

  /**
   * {@return origins that are all the same}
   *
   * @param origin what set the fields that are set
   */
  static FieldOrigins all(ReportedOrigin origin) {
    Sourced sourced = new Sourced(origin, "");
    return (field, set) -> set ? sourced : Sourced.DEFAULT;
  }
}
