package dev.sonde.kubelet.internal.report.markdown;

import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedField;
import dev.sonde.kubelet.internal.report.model.ReportedOrigin;
import dev.sonde.kubelet.internal.report.model.ReportedProbe;
import java.util.ArrayList;
import java.util.List;

/** The probes of a container side by side: a row a field, a column a probe. */
final class FieldMatrix {

  private FieldMatrix() {}

  static List<String> of(ReportedContainer container) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| field |");
    StringBuilder rule = new StringBuilder("|---|");
    for (ReportedProbe probe : container.probes()) {
      head.append(' ').append(probe.kind().word()).append(" |");
      rule.append("---|");
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    for (String path : container.fieldPaths()) {
      StringBuilder row = new StringBuilder("| " + EscapedMarkdown.code(path) + " |");
      for (ReportedProbe probe : container.probes()) {
        row.append(' ').append(probe.field(path).map(FieldMatrix::cell).orElse("")).append(" |");
      }
      lines.add(row.toString());
    }
    return lines;
  }

  private static String cell(ReportedField field) {
    String origin = field.origin().word();
    String detail = field.detail().isEmpty() ? "" : " " + EscapedMarkdown.text(field.detail());
    String value = EscapedMarkdown.code(field.value());
    return field.origin() == ReportedOrigin.DEFAULT
        ? value + " *" + origin + "*"
        : value + " " + origin + detail;
  }
}
