package dev.sonde.kubelet.internal.suggest;

import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.TimeRange;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What numbers of probes come to, by the formulas that the simulator confirms.
 *
 * @param pod the pod
 * @param fastestStart the soonest that the application can be well, in milliseconds
 * @param slack what a real kubelet adds to the worst of an ideal one, in milliseconds
 */
record ObjectiveTimes(PodSpec pod, long fastestStart, Map<Objective, Long> slack) {

  /** How long traffic goes on after the pod is not ready. */
  static final Duration ENDPOINT_DELAY = Duration.ofSeconds(1);

  /**
   * {@return what some probes come to, in milliseconds: the worst of a time that is wanted within a
   * limit, the longest stall or start that is survived in any case; nothing where it is never, or
   * never ends}
   *
   * @param objective which objective
   * @param container the container with the probes
   */
  OptionalLong of(Objective objective, ContainerSpec container) {
    TimingAnswers answers = TimingAnswers.of(container, pod);
    long more = slack.getOrDefault(objective, 0L);
    return switch (objective) {
      case READY_WITHIN ->
          OptionalLong.of(
              answers.startToReady(Duration.ofMillis(fastestStart)).toMillis()
                  - fastestStart
                  + more);
      case HANG_RESTARTED_WITHIN -> millis(answers.hangToRestart().map(TimeRange::worst), more);
      case STALL_SURVIVED ->
          millis(answers.hangToKill().map(range -> range.best().minusMillis(1)), -more);
      case TRAFFIC_GONE_WITHIN ->
          millis(answers.hangToNoTraffic().map(range -> range.worst().plus(ENDPOINT_DELAY)), more);
      case STARTS_SURVIVED -> millis(answers.startGuaranteed(), -more);
    };
  }

  private static OptionalLong millis(Optional<Duration> time, long more) {
    return time.isPresent() ? OptionalLong.of(time.get().toMillis() + more) : OptionalLong.empty();
  }

  /**
   * Tells whether an objective is met.
   *
   * @param objective which objective
   * @param wanted its value in milliseconds; of starts, how long the slowest takes
   * @param container the container with the probes
   */
  boolean isMet(Objective objective, long wanted, ContainerSpec container) {
    OptionalLong time = of(objective, container);
    if (objective.growsHarder()) {
      return time.isEmpty() || time.getAsLong() >= wanted;
    }
    return time.isPresent() && time.getAsLong() <= wanted;
  }
}
