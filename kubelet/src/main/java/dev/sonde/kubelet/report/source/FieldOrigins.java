package dev.sonde.kubelet.report.source;

import dev.sonde.kubelet.report.model.Origin;
import dev.sonde.rules.FieldPath;

/** Tells where the fields of a container come from that are set. */
@FunctionalInterface
public interface FieldOrigins {

  /**
   * An origin.
   *
   * @param origin what set a field
   * @param detail more about it; may be empty
   */
  record Sourced(Origin origin, String detail) {}

  /**
   * {@return where a field comes from}
   *
   * @param field a field that is set, from the container, such as {@code
   *     livenessProbe.httpGet.port}
   */
  Sourced of(FieldPath field);

  /**
   * {@return origins that are all the same}
   *
   * @param origin what set the fields
   */
  static FieldOrigins all(Origin origin) {
    Sourced sourced = new Sourced(origin, "");
    return field -> sourced;
  }
}
