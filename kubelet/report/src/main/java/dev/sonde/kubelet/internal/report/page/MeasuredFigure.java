package dev.sonde.kubelet.internal.report.page;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.BudgetWords;
import dev.sonde.kubelet.internal.report.model.ReportedBudget;
import dev.sonde.kubelet.internal.report.model.ReportedSeries;
import dev.sonde.kubelet.internal.report.picture.MeasuredPicture;
import dev.sonde.rules.Severity;
import java.util.List;

/** What was measured: how, the picture, and all of it as a table. */
final class MeasuredFigure {

  private static final List<String> HEADS =
      List.of("Measured", "Values", "Median", "Bound", "Budget", "Margin", "Verdict");

  private MeasuredFigure() {}

  /**
   * @param id the figure's id in the page
   */
  static void write(ReportedSeries series, String id, MarkupWriter page) {
    page.open("figure", "class", "measured", "aria-labelledby", id).line();
    page.open("figcaption").leaf("h4", series.title(), "id", id);
    page.leaf("p", series.circumstances()).close().line();
    open(series.title() + ", picture", page);
    MeasuredPicture.draw(series, id + "p", page);
    page.close().line();
    open(series.title() + ", table", page);
    page.open("table").leaf("caption", "The same in numbers").line();
    page.open("thead").open("tr");
    for (String head : HEADS) {
      page.leaf("th", head, "scope", "col");
    }
    page.close().close().line().open("tbody").line();
    series.budgets().forEach(budget -> row(budget, page));
    page.close().close().close().line().close().line();
  }

  private static void open(String label, MarkupWriter page) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", label);
  }

  private static void row(ReportedBudget budget, MarkupWriter page) {
    page.open("tr").leaf("th", budget.title(), "scope", "row");
    for (String cell :
        List.of(
            BudgetWords.count(budget.times()),
            BudgetWords.median(budget.times()),
            BudgetWords.bound(budget.times()),
            BudgetWords.budget(budget.times()),
            BudgetWords.margin(budget.times()))) {
      page.leaf("td", cell);
    }
    page.open("td", "class", budget.severity().map(Severity::word).orElse("holds"));
    if (budget.severity().isPresent()) {
      page.leaf("strong", budget.verdict(), "class", "severity");
    } else {
      page.text(budget.verdict());
    }
    if (!budget.ruleId().isEmpty()) {
      page.text(" ").leaf("code", budget.ruleId());
    }
    page.close().close().line();
  }
}
