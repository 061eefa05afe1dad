package dev.sonde.kubelet.internal.report.model;

import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.lint.MeasuredBudget;
import dev.sonde.lint.MeasuredBudget.What;
import java.time.Duration;
import java.util.OptionalLong;

/** Measurements and budgets in the words that every form of a report has for them. */
public final class BudgetWords {

  private BudgetWords() {}

  /**
   * {@return a time, as in {@code 12 ms} or {@code 4.1 s}}
   *
   * @param millis the time
   */
  public static String time(long millis) {
    return millis > 0 && millis < 1000 ? millis + " ms" : TimeWords.text(Duration.ofMillis(millis));
  }

  /**
   * {@return how many values there are, and how many attempts had none}
   *
   * @param times the measurements
   */
  public static String count(MeasuredBudget times) {
    int size = times.measured().size();
    String missing = times.what() == What.STOP ? "killed" : "failed";
    return times.failed() == 0
        ? Integer.toString(size)
        : size + ", " + times.failed() + " " + missing;
  }

  /**
   * {@return the median}
   *
   * @param times the measurements
   */
  public static String median(MeasuredBudget times) {
    OptionalLong median = times.measured().median();
    return median.isPresent() ? time(median.getAsLong()) : "–";
  }

  /**
   * {@return the time that is held against the budget, and which one of all it is}
   *
   * @param times the measurements
   */
  public static String bound(MeasuredBudget times) {
    return boundName(times) + " " + time(times.bound().value());
  }

  private static String boundName(MeasuredBudget times) {
    if (times.what() == What.SERVED) {
      return "shortest";
    }
    return times.bound().isConfident() ? "99 % within" : "longest";
  }

  /**
   * {@return what the numbers grant, or need}
   *
   * @param times the measurements
   */
  public static String budget(MeasuredBudget times) {
    String time = TimeWords.text(times.budget());
    return times.what() == What.SERVED ? "needs " + time : time;
  }

  /**
   * {@return how many times the one goes into the other, rounded down: below 1 it does not}
   *
   * @param times the measurements
   */
  public static String margin(MeasuredBudget times) {
    boolean served = times.what() == What.SERVED;
    long budget = times.budget().toMillis();
    long room = served ? times.bound().value() : budget;
    long taken = served ? budget : times.bound().value();
    if (taken == 0) {
      return "–";
    }
    long tenths = room * 10 / taken;
    return tenths < 100 ? tenths / 10 + "." + tenths % 10 + " times" : tenths / 10 + " times";
  }

  /**
   * {@return all of it in one line}
   *
   * @param budget what was measured and judged
   */
  public static String line(ReportedBudget budget) {
    MeasuredBudget times = budget.times();
    return "%s of %s, budget %s, %s"
        .formatted(bound(times), count(times), budget(times), budget.verdict());
  }
}
