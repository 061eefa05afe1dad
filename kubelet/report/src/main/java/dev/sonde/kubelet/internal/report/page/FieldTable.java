package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedField;
import dev.sonde.kubelet.internal.report.model.ReportedProbe;
import java.util.Optional;

/** The probes of a container side by side: a row a field, a column a probe. */
final class FieldTable {

  private FieldTable() {}

  static void write(ReportedContainer container, MarkupWriter page) {
    String caption = "Probes of " + container.name();
    page.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "group",
        "aria-label",
        caption + ", table");
    page.open("table", "class", "fields").leaf("caption", caption).line();
    page.open("thead").open("tr").leaf("th", "Field", "scope", "col");
    for (ReportedProbe probe : container.probes()) {
      page.leaf("th", probe.kind().word(), "scope", "col");
    }
    page.close().close().line().open("tbody").line();
    for (String path : container.fieldPaths()) {
      page.open("tr").open("th", "scope", "row").leaf("code", path).close();
      container.probes().forEach(probe -> cell(probe.field(path), page));
      page.close().line();
    }
    page.close().close().close().line();
  }

  private static void cell(Optional<ReportedField> field, MarkupWriter page) {
    if (field.isEmpty()) {
      page.open("td").close();
      return;
    }
    String origin = field.get().origin().word();
    page.open("td", "class", origin).leaf("code", field.get().value()).text(" ");
    page.leaf("span", origin, "class", "origin");
    if (!field.get().detail().isEmpty()) {
      page.text(" ").leaf("small", field.get().detail());
    }
    page.close();
  }
}
