package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sees whether readiness takes a pod out of traffic in time. A fault may begin right after a try
 * that succeeded, so the time counts from the beginning of the last one that did, or from the call
 * if that was before: so the result does not depend on the moment of the fault.
 */
final class TrafficCheck {

  private final PodLook look;
  private final ProbeNumbers numbers;

  /**
   * Begins.
   *
   * @throws AssertionError if the container has no readiness probe
   */
  TrafficCheck(PodLook look) {
    this.look = look;
    this.numbers =
        look.container()
            .probe(ProbeKind.READINESS)
            .map(ProbeNumbers::of)
            .orElseThrow(
                () ->
                    look.failed(
                        "The container has no readiness probe, so nothing takes its pod out of"
                            + " traffic while it runs. Give it one."));
  }

  /**
   * {@return the place of the event by which it left}
   *
   * @param settled where the last expectation was met
   * @param limit how long it may take
   */
  int play(int settled, Duration limit) {
    Duration left = limit.minus(look.options().endpointDelay());
    if (left.isNegative() || left.isZero()) {
      throw new IllegalStateException(
          "It takes %s alone until traffic follows readiness (endpointDelaySeconds), so it cannot leave within %s. Give more."
              .formatted(
                  AnnotatedSeconds.text(look.options().endpointDelay()),
                  AnnotatedSeconds.text(limit)));
    }
    long called = look.pod().now();
    int from = look.ready() ? look.lastReadiness() + 1 : unreadySince(settled);
    OptionalInt place =
        look.await(
            from,
            event -> PodLook.isReadiness(event, false) || PodLook.isEndOfInstance(event),
            left);
    if (place.isEmpty()) {
      throw look.failed(stayed(from, limit));
    }
    KubeletEvent event = look.at(place);
    if (!(event instanceof PodEvent.PodReadyChanged)) {
      throw look.failed(
          "The pod did not leave traffic by its readiness probe: %s at t=%s came first."
              .formatted(event.text(), NanoTime.text(event.at())));
    }
    demandInTime(place.getAsInt(), called, limit);
    return place.getAsInt();
  }

  /** A pod that became unready since the last expectation was met did so under this fault. */
  private int unreadySince(int settled) {
    int last = look.lastReadiness();
    if (last < settled || last < 0) {
      look.demandReady();
    }
    return last;
  }

  private void demandInTime(int place, long called, Duration limit) {
    List<KubeletEvent> before = look.log().events().subList(0, place);
    long since = Math.min(called, lastSuccess(before));
    long at = look.log().events().get(place).at() + NanoTime.of(look.options().endpointDelay());
    Duration took = Duration.ofNanos(at - since);
    if (took.compareTo(limit) > 0) {
      throw look.failed(
          "Traffic left the pod %s after its last readiness try that succeeded began, at t=%s, and had to within %s. A fault may begin right after such a try. %s"
              .formatted(
                  NanoTime.text(took.toNanos()),
                  NanoTime.text(since),
                  AnnotatedSeconds.text(limit),
                  remedy(before, limit)));
    }
  }

  private long lastSuccess(List<KubeletEvent> events) {
    long began = Long.MAX_VALUE;
    for (KubeletEvent event : events) {
      if (PodLook.isSuccess(event, ProbeKind.READINESS)
          && event instanceof ProbeEvent.ProbeTried tried) {
        began = tried.at() - tried.took();
      }
    }
    return began;
  }

  private String stayed(int from, Duration limit) {
    List<KubeletEvent> events = look.log().events();
    List<KubeletEvent> since = events.subList(Math.min(from, events.size()), events.size());
    long failures = trailingFailures(since);
    String what =
        "Traffic did not leave the pod within " + AnnotatedSeconds.text(limit) + ": readiness ";
    if (failures > 0) {
      return what
          + "failed %d of %d times. %s"
              .formatted(failures, numbers.timing().failureThreshold(), remedy(events, limit));
    }
    return since.stream().anyMatch(event -> PodLook.isTry(event, ProbeKind.READINESS))
        ? what + "succeeded at its last try. What it asks does not notice this fault."
        : what
            + "was not tried. Give more than periodSeconds = %d."
                .formatted(numbers.timing().periodSeconds());
  }

  private static long trailingFailures(List<KubeletEvent> events) {
    long failures = 0;
    for (KubeletEvent event : events) {
      if (PodLook.isTry(event, ProbeKind.READINESS)) {
        failures = PodLook.isFailure(event, ProbeKind.READINESS) ? failures + 1 : 0;
      }
    }
    return failures;
  }

  private String remedy(List<KubeletEvent> events, Duration limit) {
    Duration left = limit.minus(look.options().endpointDelay());
    return "With " + numbers.text() + ", " + numbers.remedyWithin(left, failing(events));
  }

  /** How long the last failed try took, and not more than its timeout, which is longer here. */
  private Duration failing(List<KubeletEvent> events) {
    Duration took = Duration.ZERO;
    for (KubeletEvent event : events) {
      if (PodLook.isFailure(event, ProbeKind.READINESS)
          && event instanceof ProbeEvent.ProbeTried tried) {
        took = Duration.ofNanos(tried.took());
      }
    }
    Duration timeout = numbers.timeout();
    return took.compareTo(timeout) > 0 ? timeout : took;
  }
}
