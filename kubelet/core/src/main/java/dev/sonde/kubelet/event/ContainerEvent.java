package dev.sonde.kubelet.event;

import dev.sonde.kubelet.internal.time.NanoTime;

/** One thing that happened to a container. */
public sealed interface ContainerEvent extends KubeletEvent {

  /**
   * An instance of a container began to run.
   *
   * @param instance from 1
   */
  record ContainerRunning(long at, String container, int instance) implements ContainerEvent {
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
  record StartedChanged(long at, String container, boolean started) implements ContainerEvent {
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
  record ReadyChanged(long at, String container, boolean ready) implements ContainerEvent {
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
      implements ContainerEvent {
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
      implements ContainerEvent {
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
      implements ContainerEvent {
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
      implements ContainerEvent {
    @Override
    public String type() {
      return "restart-delayed";
    }

    @Override
    public String text() {
      return "restart waits until t="
          + NanoTime.text(until)
          + ": back-off "
          + NanoTime.text(backOff);
    }
  }
}
