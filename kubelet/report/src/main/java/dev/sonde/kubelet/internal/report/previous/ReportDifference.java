package dev.sonde.kubelet.internal.report.previous;

import dev.sonde.kubelet.internal.report.model.ProbesReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed since the previous report, in the order of the new one; what went comes last. It
 * says no more about a workload or container that came or went.
 *
 * @param changes the changes
 */
public record ReportDifference(List<ReportChange> changes) {

  /** Copies the changes, so that the value stays what it was. */
  public ReportDifference {
    changes = List.copyOf(changes);
  }

  /**
   * {@return what a report says otherwise than the one before}
   *
   * @param previous all that the one before says
   * @param report the new one
   */
  public static ReportDifference between(List<ReportStatement> previous, ProbesReport report) {
    Map<ReportStatement.Key, String> before = byKey(previous);
    Map<ReportStatement.Key, String> after = byKey(ReportStatements.of(report));
    Set<ReportStatement.Key> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    Set<ReportChange> changes = new LinkedHashSet<>();
    for (ReportStatement.Key key : keys) {
      ReportStatement.Key subject = subject(key, before.keySet(), after.keySet());
      Optional<String> was = Optional.ofNullable(before.get(subject));
      Optional<String> is = Optional.ofNullable(after.get(subject));
      if (!was.equals(is)) {
        changes.add(
            new ReportChange(key.workload(), subject.container(), subject.subject(), was, is));
      }
    }
    return new ReportDifference(new ArrayList<>(changes));
  }

  /** Where the whole workload or container came or went, that is what changed. */
  private static ReportStatement.Key subject(
      ReportStatement.Key key, Set<ReportStatement.Key> before, Set<ReportStatement.Key> after) {
    ReportStatement.Key workload = new ReportStatement.Key(key.workload(), "", "");
    ReportStatement.Key container = new ReportStatement.Key(key.workload(), key.container(), "");
    if (before.contains(workload) != after.contains(workload)) {
      return workload;
    }
    return before.contains(container) != after.contains(container) ? container : key;
  }

  /** Findings of the same rule at the same place are one statement. */
  private static Map<ReportStatement.Key, String> byKey(List<ReportStatement> statements) {
    Map<ReportStatement.Key, String> byKey = new LinkedHashMap<>();
    statements.forEach(
        statement ->
            byKey.merge(statement.key(), statement.value(), (one, other) -> one + " / " + other));
    return byKey;
  }

  /** Tells whether nothing changed. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
