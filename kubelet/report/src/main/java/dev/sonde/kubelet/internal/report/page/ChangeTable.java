package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.previous.ReportChange;
import dev.sonde.kubelet.internal.report.previous.ReportDifference;
import java.util.List;

/** What changed since the previous report. */
final class ChangeTable {

  private ChangeTable() {}

  static void write(ReportDifference difference, MarkupWriter page) {
    page.open("section", "aria-labelledby", "changes").line();
    page.leaf("h2", "Changes since the previous report", "id", "changes").line();
    if (difference.isEmpty()) {
      page.leaf("p", "Nothing changed.").line();
    } else {
      table(difference.changes(), page);
    }
    page.close().line();
  }

  private static void table(List<ReportChange> changes, MarkupWriter page) {
    page.open(
        "div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "Changes, table");
    page.open("table", "class", "changes").leaf("caption", "Before and after").line();
    page.open("thead").open("tr");
    for (String head : List.of("Where", "What", "Before", "After")) {
      page.leaf("th", head, "scope", "col");
    }
    page.close().close().line().open("tbody").line();
    changes.forEach(change -> row(change, page));
    page.close().close().close().line();
  }

  private static void row(ReportChange change, MarkupWriter page) {
    page.open("tr").open("th", "scope", "row").leaf("code", change.place()).close();
    page.leaf("td", change.subject().isEmpty() ? "as a whole" : change.subject());
    page.open("td");
    change.before().ifPresentOrElse(text -> page.leaf("del", text), () -> page.text("–"));
    page.close().open("td");
    change.after().ifPresentOrElse(text -> page.leaf("ins", text), () -> page.text("–"));
    page.close().close().line();
  }
}
