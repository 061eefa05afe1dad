package dev.sonde.lint;

import dev.sonde.measured.MeasuredEvidence;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A series of measurements, held against the numbers of the container that it is of.
 *
 * @param container the way to the container
 * @param evidence the series, and how it stands to the code
 * @param general what rules say about the series as a whole
 * @param budgets what was measured beside what is declared
 */
public record JudgedSeries(
    FieldPath container,
    MeasuredEvidence evidence,
    List<Finding> general,
    List<MeasuredBudget> budgets) {

  /** Copies the lists, so that the value stays what it was. */
  public JudgedSeries {
    general = List.copyOf(general);
    budgets = List.copyOf(budgets);
  }

  /** {@return all that rules say: about the series, then about each budget} */
  public Stream<Finding> findings() {
    return Stream.concat(
        general.stream(), budgets.stream().map(MeasuredBudget::finding).flatMap(Optional::stream));
  }
}
