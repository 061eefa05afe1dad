package dev.sonde.kubelet.internal.report.model;

import dev.sonde.model.ProbeKind;
import java.util.List;
import java.util.Optional;

/**
 * One probe of a container.
 *
 * @param kind which of the three
 * @param fields its fields, the handler's first
 */
public record ReportedProbe(ProbeKind kind, List<ReportedField> fields) {

  /** Copies the fields, so that the value stays what it was. */
  public ReportedProbe {
    fields = List.copyOf(fields);
  }

  /**
   * {@return a field}
   *
   * @param path its path below the probe
   */
  public Optional<ReportedField> field(String path) {
    return fields.stream().filter(field -> field.path().equals(path)).findFirst();
  }
}
