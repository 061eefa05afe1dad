package dev.sonde.kubelet.event;

import dev.sonde.kubelet.prober.Outcome;
import dev.sonde.kubelet.prober.ProbeResult;
import dev.sonde.kubelet.prober.Verdict;
import dev.sonde.kubelet.time.Nanos;
import dev.sonde.model.ProbeKind;

/** One thing that happened to a pod or to one of its containers. */
public sealed interface KubeletEvent {

  /** {@return when, in nanoseconds since the pod was handed to the kubelet} */
  long at();

  /** {@return the container's name; empty where it happened to the pod} */
  String container();

  /** {@return the event's stable name for programs, such as {@code probe-tried}} */
  String type();

  /** {@return what happened, in a few words without time and container} */
  String text();

  /** {@return what happened and when, such as {@code t=31.0s liveness failed (2/3): refused}} */
  default String line() {
    return "t=" + Nanos.text(at()) + " " + text();
  }

  /**
   * A worker waits before its first try, because the kubelet has just been started.
   *
   * @param until the moment of the first try, in nanoseconds
   */
  record FirstTryDelayed(long at, String container, ProbeKind probe, long until)
      implements KubeletEvent {
    @Override
    public String type() {
      return "first-try-delayed";
    }

    @Override
    public String text() {
      return probe.word() + " waits until t=" + Nanos.text(until) + ": the kubelet just started";
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
      Outcome outcome,
      int run,
      int threshold,
      long took)
      implements KubeletEvent {
    @Override
    public String type() {
      return "probe-tried";
    }

    @Override
    public String text() {
      boolean failed = outcome.verdict() == Verdict.FAILURE;
      String verb = failed ? " failed" : " succeeded";
      String count = failed || threshold > 1 ? " (" + run + "/" + threshold + ")" : "";
      String remark = outcome.verdict() == Verdict.WARNING ? " with a warning" : "";
      return probe.word() + verb + count + remark + because(outcome);
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
      long at, String container, ProbeKind probe, int instance, Outcome outcome, int attempts)
      implements KubeletEvent {
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
   * @param initial it is the one that stands before any try
   */
  record ProbeChanged(
      long at, String container, ProbeKind probe, int instance, ProbeResult result, boolean initial)
      implements KubeletEvent {
    @Override
    public String type() {
      return "probe-changed";
    }

    @Override
    public String text() {
      return probe.word() + " is now " + result.word() + (initial ? " (before any try)" : "");
    }
  }

  /**
   * An instance of a container began to run.
   *
   * @param instance from 1
   */
  record ContainerRunning(long at, String container, int instance) implements KubeletEvent {
    @Override
    public String type() {
      return "container-running";
    }

    @Override
    public String text() {
      return instance == 1
          ? "container running"
          : "container running (restart " + (instance - 1) + ")";
    }
  }

  /**
   * A container's {@code started} changed.
   *
   * @param started the new value
   */
  record StartedChanged(long at, String container, boolean started) implements KubeletEvent {
    @Override
    public String type() {
      return "started-changed";
    }

    @Override
    public String text() {
      return started ? "container started" : "container not started";
    }
  }

  /**
   * A container's {@code ready} changed.
   *
   * @param ready the new value
   */
  record ReadyChanged(long at, String container, boolean ready) implements KubeletEvent {
    @Override
    public String type() {
      return "ready-changed";
    }

    @Override
    public String text() {
      return ready ? "container ready" : "container not ready";
    }
  }

  /**
   * The pod's {@code Ready} condition changed.
   *
   * @param ready the new value
   */
  record PodReadyChanged(long at, boolean ready) implements KubeletEvent {
    @Override
    public String container() {
      return "";
    }

    @Override
    public String type() {
      return "pod-ready-changed";
    }

    @Override
    public String text() {
      return ready ? "pod ready" : "pod not ready";
    }
  }

  /**
   * The pod's endpoint began or ceased to receive traffic.
   *
   * @param receives the new state
   */
  record TrafficChanged(long at, boolean receives) implements KubeletEvent {
    @Override
    public String container() {
      return "";
    }

    @Override
    public String type() {
      return "traffic-changed";
    }

    @Override
    public String text() {
      return receives ? "endpoint added: traffic arrives" : "endpoint removed: no traffic";
    }
  }

  /**
   * The kubelet decided to kill an instance.
   *
   * @param instance from 1
   * @param reason why
   * @param graceSeconds how long the container has to stop, its pre-stop hook included
   * @param restarts a new instance will follow
   */
  record KillDecided(
      long at,
      String container,
      int instance,
      KillReason reason,
      long graceSeconds,
      boolean restarts)
      implements KubeletEvent {
    @Override
    public String type() {
      return "kill-decided";
    }

    @Override
    public String text() {
      String fate = restarts ? "restart decided: " : "kill decided: ";
      return fate + reason.text() + ", " + graceSeconds + "s to stop";
    }
  }

  /**
   * The container was sent a signal.
   *
   * @param instance from 1
   * @param signal {@code SIGTERM} or {@code SIGKILL}
   */
  record SignalSent(long at, String container, int instance, String signal)
      implements KubeletEvent {
    @Override
    public String type() {
      return "signal-sent";
    }

    @Override
    public String text() {
      return signal + " sent";
    }
  }

  /**
   * An instance ended.
   *
   * @param instance from 1
   * @param exitCode the process' exit code
   */
  record ContainerExited(long at, String container, int instance, int exitCode)
      implements KubeletEvent {
    @Override
    public String type() {
      return "container-exited";
    }

    @Override
    public String text() {
      return "container exited with code " + exitCode;
    }
  }

  /**
   * A restart has to wait.
   *
   * @param until when the container is started again, in nanoseconds
   * @param backOff nanoseconds from the end of the last instance
   */
  record RestartDelayed(long at, String container, long until, long backOff)
      implements KubeletEvent {
    @Override
    public String type() {
      return "restart-delayed";
    }

    @Override
    public String text() {
      return "restart waits until t=" + Nanos.text(until) + ": back-off " + Nanos.text(backOff);
    }
  }

  /** The pod is to be deleted. */
  record PodDeleted(long at, long graceSeconds) implements KubeletEvent {
    @Override
    public String container() {
      return "";
    }

    @Override
    public String type() {
      return "pod-deleted";
    }

    @Override
    public String text() {
      return "pod deletion began, " + graceSeconds + "s to stop";
    }
  }

  /**
   * The pod ended, or is gone.
   *
   * @param phase {@code Succeeded}, {@code Failed}, or {@code Deleted}
   */
  record PodEnded(long at, String phase) implements KubeletEvent {
    @Override
    public String container() {
      return "";
    }

    @Override
    public String type() {
      return "pod-ended";
    }

    @Override
    public String text() {
      return "pod ended: " + phase;
    }
  }

  /** The kubelet itself was restarted. */
  record KubeletRestarted(long at) implements KubeletEvent {
    @Override
    public String container() {
      return "";
    }

    @Override
    public String type() {
      return "kubelet-restarted";
    }

    @Override
    public String text() {
      return "kubelet restarted";
    }
  }

  private static String because(Outcome outcome) {
    return outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
  }
}
