package dev.sonde.kubelet.internal.report.picture;

import dev.sonde.kubelet.internal.report.markup.MarkupWriter;
import dev.sonde.kubelet.internal.report.model.BudgetWords;
import dev.sonde.kubelet.internal.report.model.ReportedBudget;
import dev.sonde.kubelet.internal.report.model.ReportedSeries;
import dev.sonde.lint.MeasuredBudget;
import dev.sonde.lint.MeasuredBudget.What;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws measured times beside budgets: a line each, with its own scale from 0. Bars are as high as
 * values are frequent, and never too low to be seen; a lozenge is on the bound, and what is hatched
 * lies outside of the budget.
 */
public final class MeasuredPicture {

  private static final int LINE = 60;
  private static final int BASE = 42;
  private static final int HIGHEST = 18;
  private static final int MARK = 23;
  private static final double LOWEST = 3;
  private static final double BAR = 4;
  private static final double LEFT = 196;
  private static final double RIGHT = 946;

  /** From here on a label is on the left of what it names. */
  private static final double TURN = 700;

  private final MarkupWriter svg;

  private MeasuredPicture(MarkupWriter svg) {
    this.svg = svg;
  }

  /**
   * Draws a series.
   *
   * @param series what was measured
   * @param id the picture's id in the document
   * @param svg takes the picture
   */
  public static void draw(ReportedSeries series, String id, MarkupWriter svg) {
    new MeasuredPicture(svg).draw(series, id);
  }

  private void draw(ReportedSeries series, String id) {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + TimeScale.WIDTH + " " + LINE * series.budgets().size(),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    svg.leaf("title", series.title() + ", measured times beside budgets", "id", id + "-title");
    svg.leaf(
        "desc",
        series.budgets().stream()
            .map(budget -> budget.title() + ": " + BudgetWords.line(budget))
            .collect(Collectors.joining("; ")),
        "id",
        id + "-desc");
    double top = 0;
    for (ReportedBudget budget : series.budgets()) {
      line(budget, top);
      top += LINE;
    }
    svg.close().line();
  }

  private void line(ReportedBudget reported, double top) {
    MeasuredBudget times = reported.times();
    TimeScale scale = scale(times);
    double base = top + BASE;
    double budget = scale.x(times.budget().toMillis());
    double bound = scale.x(times.bound().value());
    text(reported.title(), "lane", LEFT - 12, base - 2);
    outside(times.what(), budget, base);
    bars(times, scale, base);
    path("grid", "M%s %sH%s", LEFT, base, RIGHT);
    if (times.wanted().compareTo(times.budget()) > 0) {
      path("wanted", "M%s %sV%s", scale.x(times.wanted().toMillis()), base - HIGHEST, base);
    }
    path("budget", "M%s %sV%s", budget, base - HIGHEST - 2, base + 4);
    path("stem", "M%s %sV%s", bound, base - MARK, base);
    path("bound", "M%s %sm0-5l5 5l-5 5l-5-5z", bound, base - MARK);
    label(BudgetWords.bound(times), bound, top + 11);
    label(
        (times.what() == What.SERVED ? "" : "budget ") + BudgetWords.budget(times),
        budget,
        top + 56);
  }

  private static TimeScale scale(MeasuredBudget times) {
    long until =
        Math.max(
            Math.max(times.measured().largest().orElse(0), times.budget().toMillis()),
            times.wanted().toMillis());
    return new TimeScale(LEFT, RIGHT, Math.max(1, until + until / 20));
  }

  private void outside(What what, double budget, double base) {
    double from = what == What.SERVED ? LEFT : budget;
    double until = what == What.SERVED ? budget : RIGHT;
    svg.open(
            "rect",
            "class",
            "fault",
            "x",
            TimeScale.text(from),
            "y",
            TimeScale.text(base - HIGHEST),
            "width",
            TimeScale.text(until - from),
            "height",
            Integer.toString(HIGHEST))
        .close();
  }

  private void bars(MeasuredBudget times, TimeScale scale, double base) {
    Map<Long, Integer> bins = new TreeMap<>();
    times
        .measured()
        .counts()
        .forEach(
            (value, count) ->
                bins.merge((long) ((scale.x(value) - LEFT) / BAR), count, Integer::sum));
    int most = bins.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    StringBuilder bars = new StringBuilder();
    bins.forEach(
        (bin, count) ->
            bars.append(
                "M%s %sh%sv-%sh-%sz"
                    .formatted(
                        TimeScale.text(LEFT + bin * BAR),
                        TimeScale.text(base),
                        TimeScale.text(BAR - 1),
                        TimeScale.text(Math.max(LOWEST, (double) HIGHEST * count / most)),
                        TimeScale.text(BAR - 1))));
    svg.open("path", "class", "values", "d", bars.toString()).close();
  }

  private void path(String style, String form, double... numbers) {
    Object[] written = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      written[i] = TimeScale.text(numbers[i]);
    }
    svg.open("path", "class", style, "d", form.formatted(written)).close();
  }

  private void label(String text, double x, double y) {
    boolean left = x > TURN;
    text(text, left ? "before" : "after", left ? x + 4 : x - 4, y);
  }

  private void text(String text, String style, double x, double y) {
    svg.leaf("text", text, "class", style, "x", TimeScale.text(x), "y", TimeScale.text(y));
  }
}
