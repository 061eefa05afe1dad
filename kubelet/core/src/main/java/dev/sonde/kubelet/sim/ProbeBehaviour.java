package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.Handler;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How one probe's attempts meet an application, over time. */
final class ProbeBehaviour {

  /** A fault that the probe notices, ready to be looked at millions of times. */
  private record Noticed(
      ApplicationFault fault, long from, long until, AttemptOutcome outcome, long takes) {

    boolean befalls(long now, long began, int instance) {
      long time = time(now, began);
      return time >= from
          && time < until
          && (fault.instance().isEmpty() || fault.instance().getAsInt() == instance);
    }

    long time(long now, long began) {
      return fault.ofContainer() ? now - began : now;
    }
  }

  private final long startsIn;
  private final SimulatedAnswer well;
  private final List<Noticed> faults = new ArrayList<>();
  private final List<TimedResult> results;

  private ProbeBehaviour(
      SimulatedApplication application,
      List<TimedResult> results,
      Predicate<ApplicationFault> noticed) {
    this.startsIn = NanoTime.of(application.startsIn());
    this.well = new SimulatedAnswer(AttemptOutcome.SUCCESS, NanoTime.of(application.takes()));
    this.results = results;
    application.faults().stream()
        .filter(fault -> fault.does() != FaultEffect.EXITS)
        .filter(noticed)
        .forEach(fault -> faults.add(noticed(fault, well.takes())));
    Collections.reverse(faults);
  }

  /** As a probe meets it. */
  static ProbeBehaviour of(
      SimulatedApplication application, ProbeKind kind, Optional<Handler> handler) {
    List<TimedResult> results = application.results().getOrDefault(kind, List.of());
    return new ProbeBehaviour(application, results, fault -> fault.reaches(kind, handler));
  }

  /** As a user meets it: faults that only some probes notice are none. */
  static ProbeBehaviour ofService(SimulatedApplication application) {
    return new ProbeBehaviour(application, List.of(), fault -> fault.probes().isEmpty());
  }

  /** Whether a request is answered as it should, which one that has to wait is not. */
  boolean isWell(long now, long began, int instance) {
    if (now - began < startsIn) {
      return false;
    }
    for (Noticed noticed : faults) {
      if (noticed.befalls(now, began, instance)) {
        return noticed.fault.does() == FaultEffect.SUCCEEDS
            || noticed.fault.does() == FaultEffect.WARNS;
      }
    }
    return true;
  }

  /** The moments from the start of a process at which something begins or ends. */
  long[] turningPoints(long began) {
    List<Long> moments = new ArrayList<>();
    moments.add(EventLoop.after(began, startsIn));
    for (Noticed noticed : faults) {
      long offset = noticed.fault.ofContainer() ? began : 0;
      moments.add(EventLoop.after(noticed.from, offset));
      moments.add(EventLoop.after(noticed.until, offset));
    }
    return moments.stream().mapToLong(Long::longValue).filter(m -> m > began).sorted().toArray();
  }

  private static Noticed noticed(ApplicationFault fault, long usual) {
    return new Noticed(
        fault,
        NanoTime.of(fault.from()),
        fault.until().map(NanoTime::of).orElse(EventLoop.NEVER),
        outcome(fault),
        fault.takes().map(NanoTime::of).orElse(usual));
  }

  private static AttemptOutcome outcome(ApplicationFault fault) {
    String said = fault.reason();
    return switch (fault.does()) {
      case FAILS -> AttemptOutcome.failure(said.isEmpty() ? "application not well" : said);
      case REFUSES -> AttemptOutcome.failure(said.isEmpty() ? "connection refused" : said);
      case ERRORS -> AttemptOutcome.error(said.isEmpty() ? "attempt went wrong" : said);
      case WARNS -> AttemptOutcome.warning(said.isEmpty() ? "redirect not followed" : said);
      case SUCCEEDS, HANGS, EXITS ->
          said.isEmpty() ? AttemptOutcome.SUCCESS : AttemptOutcome.success(said);
    };
  }

  /**
   * What an attempt meets that begins now.
   *
   * @param now the moment, in nanoseconds of the scenario
   * @param began when the process began
   * @param instance which instance it is
   */
  SimulatedAnswer at(long now, long began, int instance) {
    if (!results.isEmpty()) {
      return scripted(now);
    }
    if (now - began < startsIn) {
      return SimulatedAnswer.REFUSED;
    }
    for (Noticed noticed : faults) {
      if (noticed.befalls(now, began, instance)) {
        return noticed.fault.does() == FaultEffect.HANGS
            ? afterHang(noticed, now, began, instance)
            : new SimulatedAnswer(noticed.outcome, noticed.takes);
      }
    }
    return well;
  }

  /** An application that comes back answers what was asked while it hung. */
  private SimulatedAnswer afterHang(Noticed hang, long now, long began, int instance) {
    if (hang.until == EventLoop.NEVER) {
      return SimulatedAnswer.NONE;
    }
    long rest = hang.until - hang.time(now, began);
    return at(now + rest, began, instance).after(rest);
  }

  private SimulatedAnswer scripted(long now) {
    SimulatedAnswer answer = new SimulatedAnswer(AttemptOutcome.SUCCESS, 0);
    for (TimedResult result : results) {
      if (NanoTime.of(result.at()) > now) {
        break;
      }
      answer = new SimulatedAnswer(result.outcome(), NanoTime.of(result.takes()));
    }
    return answer;
  }
}
