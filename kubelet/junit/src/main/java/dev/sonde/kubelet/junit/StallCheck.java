package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Stalls an application and sees whether a probe has it restarted for that. The stall begins just
 * before a try, which is its worst moment: so the result is the same each time.
 */
final class StallCheck {

  /** How long before a try the process is stopped, on the wall's clock. */
  private static final Duration LEAD = Duration.ofMillis(30);

  private final PodLook look;
  private final ProcessFaults faults;
  private final ProbeKind decider;
  private final Optional<Probe> probe;

  StallCheck(PodLook look, ProcessFaults faults) {
    this.look = look;
    this.faults = faults;
    this.decider = look.started() ? ProbeKind.LIVENESS : ProbeKind.STARTUP;
    this.probe = look.container().probe(decider);
  }

  /** {@return what is to be complained of} */
  Optional<String> play(Duration length) {
    probe.ifPresent(numbers -> demandJudgeable(ProbeNumbers.of(numbers), length));
    int from = look.log().size();
    Stalled stalled = probe.isPresent() ? stallBeforeTry() : stallNow();
    OptionalInt end;
    Fault stall = stalled.fault();
    try (stall) {
      long left = stalled.from() + NanoTime.of(length) - look.pod().now();
      end = look.await(from, PodLook::isEndOfInstance, Duration.ofNanos(Math.max(0, left)));
    }
    long to = look.pod().now();
    int after = look.log().size();
    if (end.isEmpty() && probe.isPresent()) {
      end =
          look.await(
              after,
              event -> PodLook.isEndOfInstance(event) || PodLook.isSuccess(event, decider),
              longestRecovery(ProbeNumbers.of(probe.get())));
      if (end.isEmpty()) {
        return Optional.of(
            "After a stall of %s nobody saw whether it was survived: the %s probe neither succeeded nor failed for good."
                .formatted(AnnotatedSeconds.text(length), decider.word()));
      }
    }
    return end.isEmpty() || PodLook.isSuccess(look.at(end), decider)
        ? Optional.empty()
        : Optional.of(complaint(length, stalled.from(), to, look.at(end)));
  }

  /** A stall that is on, and the moment of the first try that it meets. */
  private record Stalled(Fault fault, long from) {}

  private Stalled stallNow() {
    return new Stalled(faults.stall(), look.pod().now());
  }

  private Stalled stallBeforeTry() {
    long tick = tickAfterLead();
    Fault stall = faults.stall(() -> sleepUntil(tick - look.pod().inItsTime(LEAD)));
    return new Stalled(stall, firstTryMet(tick));
  }

  /** The first tick that is far enough away, in the loop's time. */
  private long tickAfterLead() {
    long period = NanoTime.ofSeconds(probe.orElseThrow().timing().periodSeconds());
    long tick = nextTick();
    return tick - look.pod().now() < look.pod().inItsTime(LEAD) ? tick + period : tick;
  }

  /**
   * The moment of the first try that the stall meets. On a busy machine it may come too late for
   * the one that was meant; where that one has had its answer, the next one is the first.
   */
  private long firstTryMet(long tick) {
    if (look.pod().now() < tick) {
      return tick;
    }
    long next = nextTick();
    sleepUntil(next);
    return look.log()
        .last(
            ProbeEvent.ProbeTried.class,
            tried -> tried.at() >= tick && PodLook.isSuccess(tried, decider))
        .map(answered -> next)
        .orElse(tick);
  }

  private long nextTick() {
    return look.pod().nextTicks().join().getOrDefault(decider, look.pod().now());
  }

  private void sleepUntil(long moment) {
    try {
      long left = moment - look.pod().now();
      TimeUnit.NANOSECONDS.sleep(
          look.pod().onTheWall(Duration.ofNanos(Math.max(0, left))).toNanos());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The test was interrupted.", stopped);
    }
  }

  /** Where time is compressed, a try may hang longer here than in a cluster, and hide a restart. */
  private void demandJudgeable(ProbeNumbers numbers, Duration length) {
    Duration there = numbers.longestStall(numbers.timeout());
    Duration here = numbers.longestStall(timeoutHere(numbers));
    if (there.compareTo(length) <= 0 && length.compareTo(here) < 0) {
      throw new IllegalStateException(
          "At timeFactor = %s a try hangs for %s of the manifest's seconds, not for its timeoutSeconds = %d, so nobody can tell here whether a stall of %s is survived. Give a timeFactor of %s or less."
              .formatted(
                  look.options().timeFactor(),
                  AnnotatedSeconds.text(timeoutHere(numbers)),
                  numbers.timing().timeoutSeconds(),
                  AnnotatedSeconds.text(length),
                  numbers.timeout().toMillis()
                      / (double) look.options().leastTimeout().toMillis()));
    }
  }

  private Duration timeoutHere(ProbeNumbers numbers) {
    Duration floor = Duration.ofNanos(look.pod().inItsTime(look.options().leastTimeout()));
    return floor.compareTo(numbers.timeout()) > 0 ? floor : numbers.timeout();
  }

  private Duration longestRecovery(ProbeNumbers numbers) {
    return numbers.longestStall(timeoutHere(numbers)).multipliedBy(2).plusSeconds(60);
  }

  private String complaint(Duration length, long from, long to, KubeletEvent end) {
    String what =
        "The container does not survive a stall of %s (from t=%s to t=%s): %s at t=%s."
            .formatted(
                AnnotatedSeconds.text(length),
                NanoTime.text(from),
                NanoTime.text(to),
                end.text(),
                NanoTime.text(end.at()));
    return end instanceof ContainerEvent.KillDecided kill && kill.reason().isProbe()
        ? what + " " + cause(ProbeNumbers.of(probe.orElseThrow()), length)
        : what;
  }

  private String cause(ProbeNumbers numbers, Duration length) {
    int failures =
        look.log()
            .last(ProbeEvent.ProbeTried.class, tried -> tried.probe() == decider)
            .map(ProbeEvent.ProbeTried::run)
            .orElse(0);
    long wanted = numbers.thresholdSurviving(length);
    String remedy =
        wanted > numbers.timing().failureThreshold()
            ? "failureThreshold = " + wanted + " would survive it."
            : "The numbers would survive it, but the application did not answer in time afterwards.";
    return "The %s probe failed %s, with %s. %s"
        .formatted(decider.word(), ProbeNumbers.inARow(failures), numbers.text(), remedy);
  }
}
