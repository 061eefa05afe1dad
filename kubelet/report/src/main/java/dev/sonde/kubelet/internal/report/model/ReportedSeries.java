package dev.sonde.kubelet.internal.report.model;

import java.util.List;

/**
 * What was measured of a container under one limit.
 *
 * @param title under which limit
 * @param circumstances how, where and how often, and what that allows to say
 * @param budgets what was measured, in the order in which the container lives through it
 */
public record ReportedSeries(String title, String circumstances, List<ReportedBudget> budgets) {

  /** Copies the list, so that the value stays what it was. */
  public ReportedSeries {
    budgets = List.copyOf(budgets);
  }
}
