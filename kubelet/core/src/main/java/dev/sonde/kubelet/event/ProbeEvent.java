package dev.sonde.kubelet.event;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.ProbeKind;

/** One thing that happened to a probe. */
public sealed interface ProbeEvent extends KubeletEvent {

  /** {@return which of the three probes it happened to} */
  ProbeKind probe();

  /**
   * A worker waits before its first try, because the kubelet has just been started.
   *
   * @param until the moment of the first try, in nanoseconds
   */
  record FirstTryDelayed(long at, String container, ProbeKind probe, long until)
      implements ProbeEvent {
    @Override
    public String type() {
      return "first-try-delayed";
    }

    @Override
    public String text() {
      return probe.word() + " waits until t=" + NanoTime.text(until) + ": the kubelet just started";
    }
  }

  /**
   * A try of a probe ended.
   *
   * @param instance the instance that was probed, from 1
   * @param outcome success, warning or failure
   * @param run how many tries in a row have ended so
   * @param threshold how many it takes
   * @param took nanoseconds from the try's beginning
   */
  record ProbeTried(
      long at,
      String container,
      ProbeKind probe,
      int instance,
      AttemptOutcome outcome,
      int run,
      int threshold,
      long took)
      implements ProbeEvent {
    @Override
    public String type() {
      return "probe-tried";
    }

    @Override
    public String text() {
      boolean failed = outcome.verdict() == AttemptVerdict.FAILURE;
      String verb = failed ? " failed" : " succeeded";
      String count = failed || threshold > 1 ? " (" + count() + ")" : "";
      String remark = outcome.verdict() == AttemptVerdict.WARNING ? " with a warning" : "";
      return probe.word() + verb + count + remark + because(outcome);
    }

    /** A run may go on after it has reached its threshold, and over a restart. */
    private String count() {
      return run <= threshold ? run + "/" + threshold : run + " in a row";
    }
  }

  /**
   * A try of a probe ended with an error and counts as nothing.
   *
   * @param instance the instance that was probed, from 1
   * @param outcome the last error
   * @param attempts how many attempts were made
   */
  record ProbeErrored(
      long at,
      String container,
      ProbeKind probe,
      int instance,
      AttemptOutcome outcome,
      int attempts)
      implements ProbeEvent {
    @Override
    public String type() {
      return "probe-errored";
    }

    @Override
    public String text() {
      return probe.word() + " errored " + attempts + " times, not counted" + because(outcome);
    }
  }

  /**
   * What the kubelet holds to be true of a probe changed.
   *
   * @param instance the container's instance, from 1
   * @param result the new result
   * @param initial it is the one that is before any try
   */
  record ProbeChanged(
      long at, String container, ProbeKind probe, int instance, ProbeResult result, boolean initial)
      implements ProbeEvent {
    @Override
    public String type() {
      return "probe-changed";
    }

    @Override
    public String text() {
      return probe.word() + " is now " + result.word() + (initial ? " (before any try)" : "");
    }
  }

  private static String because(AttemptOutcome outcome) {
    return outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
  }
}
