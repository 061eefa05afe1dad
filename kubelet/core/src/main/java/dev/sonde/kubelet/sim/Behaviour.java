package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.Outcome;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.Nanos;
import dev.sonde.model.Handler;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How one probe's attempts meet an application, over time. */
final class Behaviour {

  /** A fault that the probe notices, ready to be looked at millions of times. */
  private record Noticed(Fault fault, long from, long until, Outcome outcome, long takes) {

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
  private final Answer well;
  private final List<Noticed> faults = new ArrayList<>();
  private final List<TimedResult> results;

  private Behaviour(Application application, List<TimedResult> results, Predicate<Fault> noticed) {
    this.startsIn = Nanos.of(application.startsIn());
    this.well = new Answer(Outcome.SUCCESS, Nanos.of(application.takes()));
    this.results = results;
    application.faults().stream()
        .filter(fault -> fault.does() != Effect.EXITS)
        .filter(noticed)
        .forEach(fault -> faults.add(noticed(fault, well.takes())));
    Collections.reverse(faults);
  }

  /** As a probe meets it. */
  static Behaviour of(Application application, ProbeKind kind, Optional<Handler> handler) {
    List<TimedResult> results = application.results().getOrDefault(kind, List.of());
    return new Behaviour(application, results, fault -> fault.reaches(kind, handler));
  }

  /** As a user meets it: faults that only some probes notice are none. */
  static Behaviour ofService(Application application) {
    return new Behaviour(application, List.of(), fault -> fault.probes().isEmpty());
  }

  /** Whether a request is answered as it should, which one that has to wait is not. */
  boolean isWell(long now, long began, int instance) {
    if (now - began < startsIn) {
      return false;
    }
    for (Noticed noticed : faults) {
      if (noticed.befalls(now, began, instance)) {
        return noticed.fault.does() == Effect.SUCCEEDS || noticed.fault.does() == Effect.WARNS;
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

  private static Noticed noticed(Fault fault, long usual) {
    return new Noticed(
        fault,
        Nanos.of(fault.from()),
        fault.until().map(Nanos::of).orElse(EventLoop.NEVER),
        outcome(fault),
        fault.takes().map(Nanos::of).orElse(usual));
  }

  private static Outcome outcome(Fault fault) {
    String said = fault.reason();
    return switch (fault.does()) {
      case FAILS -> Outcome.failure(said.isEmpty() ? "application not well" : said);
      case REFUSES -> Outcome.failure(said.isEmpty() ? "connection refused" : said);
      case ERRORS -> Outcome.error(said.isEmpty() ? "attempt went wrong" : said);
      case WARNS -> Outcome.warning(said.isEmpty() ? "redirect not followed" : said);
      case SUCCEEDS, HANGS, EXITS -> said.isEmpty() ? Outcome.SUCCESS : Outcome.success(said);
    };
  }

  /**
   * What an attempt meets that begins now.
   *
   * @param now the moment, in nanoseconds of the scenario
   * @param began when the process began
   * @param instance which instance it is
   */
  Answer at(long now, long began, int instance) {
    if (!results.isEmpty()) {
      return scripted(now);
    }
    if (now - began < startsIn) {
      return Answer.REFUSED;
    }
    for (Noticed noticed : faults) {
      if (noticed.befalls(now, began, instance)) {
        return noticed.fault.does() == Effect.HANGS
            ? afterHang(noticed, now, began, instance)
            : new Answer(noticed.outcome, noticed.takes);
      }
    }
    return well;
  }

  /** An application that comes back answers what was asked while it hung. */
  private Answer afterHang(Noticed hang, long now, long began, int instance) {
    if (hang.until == EventLoop.NEVER) {
      return Answer.NONE;
    }
    long rest = hang.until - hang.time(now, began);
    return at(now + rest, began, instance).after(rest);
  }

  private Answer scripted(long now) {
    Answer answer = new Answer(Outcome.SUCCESS, 0);
    for (TimedResult result : results) {
      if (Nanos.of(result.at()) > now) {
        break;
      }
      answer = new Answer(result.outcome(), Nanos.of(result.takes()));
    }
    return answer;
  }
}
