package dev.sonde.kubelet.junit;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeTiming;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a probe's numbers mean while its tries fail. A try that hangs takes its whole timeout, and
 * the next one waits for it.
 *
 * @param timing the numbers in force
 */
record ProbeNumbers(ProbeTiming timing) {

  static ProbeNumbers of(Probe probe) {
    return new ProbeNumbers(probe.timing());
  }

  /** Such as {@code failureThreshold = 3, periodSeconds = 10 and timeoutSeconds = 1}. */
  String text() {
    return Stream.of(ProbeField.FAILURE_THRESHOLD, ProbeField.PERIOD_SECONDS)
            .map(this::text)
            .collect(Collectors.joining(", "))
        + " and "
        + text(ProbeField.TIMEOUT_SECONDS);
  }

  static String inARow(int times) {
    return times == 1 ? "once" : times + " times in a row";
  }

  private String text(ProbeField field) {
    return field.fieldName() + " = " + timing.numbers().get(field);
  }

  /**
   * {@return from the beginning of the first try that hangs until the last one needed has failed}
   *
   * @param timeout how long a try hangs
   */
  Duration longestStall(Duration timeout) {
    return spacing(timeout).multipliedBy(timing.failureThreshold() - 1L).plus(timeout);
  }

  /** {@return the smallest failureThreshold that is not used up by a stall} */
  long thresholdSurviving(Duration stall) {
    Duration rest = stall.minus(timeout());
    return rest.isNegative() ? 1 : rest.dividedBy(spacing(timeout())) + 2;
  }

  /**
   * {@return which other number would let the probe fail in time, whatever the moment it begins}
   *
   * @param limit the time
   * @param failing how long a try takes to fail
   */
  String remedyWithin(Duration limit, Duration failing) {
    Duration rest = limit.minus(period()).minus(failing);
    long threshold = rest.isNegative() ? 0 : rest.dividedBy(spacing(failing)) + 1;
    if (threshold >= timing.failureThreshold()) {
      return "it would have been in time if its tries had failed from the beginning, and had not hung for longer than their timeout.";
    }
    if (threshold > 0) {
      return "it takes longer; failureThreshold = " + threshold + " would do.";
    }
    long period = limit.minus(failing).toSeconds();
    return period < 1
        ? "it takes longer, and so does a single try; a smaller timeoutSeconds would do."
        : "it takes longer; failureThreshold = 1 with periodSeconds = " + period + " would do.";
  }

  Duration timeout() {
    return Duration.ofSeconds(timing.timeoutSeconds());
  }

  private Duration period() {
    return Duration.ofSeconds(timing.periodSeconds());
  }

  private Duration spacing(Duration failing) {
    return failing.compareTo(period()) > 0 ? failing : period();
  }
}
