package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.event.ProbeEvent;
import java.util.Optional;

/**
 * Where one probe is.
 *
 * @param result what the kubelet holds to be true; unset before the container runs
 * @param last how the last try ended; unset before the first
 * @param run how many tries in a row have ended so
 * @param threshold how many it takes
 */
record ProbeState(
    Optional<ProbeResult> result, Optional<AttemptOutcome> last, int run, int threshold) {

  static final ProbeState UNTRIED = new ProbeState(Optional.empty(), Optional.empty(), 0, 0);

  ProbeState after(ProbeEvent event) {
    if (event instanceof ProbeEvent.ProbeTried tried) {
      return new ProbeState(result, Optional.of(tried.outcome()), tried.run(), tried.threshold());
    }
    if (event instanceof ProbeEvent.ProbeErrored errored) {
      return new ProbeState(result, Optional.of(errored.outcome()), run, threshold);
    }
    if (event instanceof ProbeEvent.ProbeChanged changed) {
      Optional<ProbeResult> now = Optional.of(changed.result());
      return changed.initial()
          ? new ProbeState(now, Optional.empty(), 0, threshold)
          : new ProbeState(now, last, run, threshold);
    }
    return this;
  }

  /** {@return the count of the last tries, such as {@code failed 2 of 3}} */
  String count() {
    if (last.isEmpty()) {
      return "not tried yet";
    }
    AttemptVerdict verdict = last.get().verdict();
    if (verdict == AttemptVerdict.ERROR) {
      return "errored, not counted";
    }
    String word = verdict == AttemptVerdict.FAILURE ? "failed " : "succeeded ";
    return word + (run > threshold ? run + " times" : run + " of " + threshold);
  }

  String reason() {
    return last.map(AttemptOutcome::reason).orElse("");
  }

  LineStyle style() {
    return last.map(
            outcome ->
                switch (outcome.verdict()) {
                  case SUCCESS -> LineStyle.GOOD;
                  case WARNING -> LineStyle.DOUBTFUL;
                  case FAILURE -> run >= threshold ? LineStyle.BAD : LineStyle.DOUBTFUL;
                  case ERROR -> LineStyle.BAD;
                })
        .orElse(LineStyle.DIM);
  }
}
