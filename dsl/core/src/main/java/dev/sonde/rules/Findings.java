package dev.sonde.rules;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found, in a fixed order: what the API server reports comes in its own order.
 *
 * @param all every finding
 */
public record Findings(List<Finding> all) implements Iterable<Finding> {

  /** Nothing to complain about. */
  public static final Findings NONE = new Findings(List.of());

  /** Copies the findings, so that the value stays what it was. */
  public Findings {
    all = List.copyOf(all);
  }

  /** Tells whether there is no finding at all. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Tells whether at least one finding is an error. */
  public boolean hasErrors() {
    return all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** {@return the findings that are errors, in order} */
  public Findings errors() {
    return new Findings(
        all.stream().filter(finding -> finding.severity() == Severity.ERROR).toList());
  }

  /**
   * {@return these findings and then the others}
   *
   * @param others more findings
   */
  public Findings and(Findings others) {
    List<Finding> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Findings(both);
  }

  /** {@return the findings, in order} */
  public Stream<Finding> stream() {
    return all.stream();
  }

  @Override
  public Iterator<Finding> iterator() {
    return all.iterator();
  }

  /** {@return each finding's sentence on a line of its own} */
  public String text() {
    return all.stream().map(Finding::text).collect(Collectors.joining("\n"));
  }
}
