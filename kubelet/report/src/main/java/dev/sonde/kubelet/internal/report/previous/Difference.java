package dev.sonde.kubelet.internal.report.previous;

import dev.sonde.kubelet.internal.report.model.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed since the previous report, in the order of the new one; what went comes last. Of a
 * workload or container that came or went nothing more is told.
 *
 * @param changes the changes
 */
public record Difference(List<Change> changes) {

  /** Copies the changes, so that the value stays what it was. */
  public Difference {
    changes = List.copyOf(changes);
  }

  /**
   * {@return what a report says otherwise than the one before}
   *
   * @param previous all that the one before says
   * @param report the new one
   */
  public static Difference between(List<Statement> previous, Report report) {
    Map<Statement.Key, String> before = byKey(previous);
    Map<Statement.Key, String> after = byKey(Statements.of(report));
    Set<Statement.Key> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    Set<Change> changes = new LinkedHashSet<>();
    for (Statement.Key key : keys) {
      Statement.Key subject = subject(key, before.keySet(), after.keySet());
      Optional<String> was = Optional.ofNullable(before.get(subject));
      Optional<String> is = Optional.ofNullable(after.get(subject));
      if (!was.equals(is)) {
        changes.add(new Change(key.workload(), subject.container(), subject.subject(), was, is));
      }
    }
    return new Difference(new ArrayList<>(changes));
  }

  /** Where the whole workload or container came or went, that is what changed. */
  private static Statement.Key subject(
      Statement.Key key, Set<Statement.Key> before, Set<Statement.Key> after) {
    Statement.Key workload = new Statement.Key(key.workload(), "", "");
    Statement.Key container = new Statement.Key(key.workload(), key.container(), "");
    if (before.contains(workload) != after.contains(workload)) {
      return workload;
    }
    return before.contains(container) != after.contains(container) ? container : key;
  }

  /** Findings of the same rule at the same place are one statement. */
  private static Map<Statement.Key, String> byKey(List<Statement> statements) {
    Map<Statement.Key, String> byKey = new LinkedHashMap<>();
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
