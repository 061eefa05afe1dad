package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.prober.Outcome;
import dev.sonde.kubelet.time.EventLoop;
import dev.sonde.kubelet.time.Nanos;
import dev.sonde.model.Handler;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How one probe's attempts meet an application, over time. */
final class Behaviour {

  private static final Outcome NOT_UP = Outcome.failure("connection refused");

  /** A fault that the probe notices, ready to be looked at millions of times. */
  private record Noticed(Fault fault, long from, long until, Outcome outcome, long takes) {}

  private final long startsIn;
  private final Answer well;
  private final List<Noticed> faults = new ArrayList<>();
  private final List<TimedResult> results;

  Behaviour(Application application, ProbeKind kind, Optional<Handler> handler) {
    this.startsIn = Nanos.of(application.startsIn());
    this.well = new Answer(Outcome.SUCCESS, Nanos.of(application.takes()));
    this.results = application.results().getOrDefault(kind, List.of());
    for (Fault fault : application.faults()) {
      if (fault.does() != Effect.EXITS && fault.reaches(kind, handler)) {
        faults.add(noticed(fault, well.takes()));
      }
    }
    Collections.reverse(faults);
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
      return new Answer(NOT_UP, 0);
    }
    for (Noticed noticed : faults) {
      long time = noticed.fault.ofContainer() ? now - began : now;
      boolean befalls = noticed.fault.instance().orElse(instance) == instance;
      if (befalls && time >= noticed.from && time < noticed.until) {
        return noticed.fault.does() == Effect.HANGS
            ? afterHang(noticed, now, time, began, instance)
            : new Answer(noticed.outcome, noticed.takes);
      }
    }
    return well;
  }

  /** An application that comes back answers what was asked while it hung. */
  private Answer afterHang(Noticed hang, long now, long time, long began, int instance) {
    if (hang.until == EventLoop.NEVER) {
      return Answer.NONE;
    }
    long rest = hang.until - time;
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
