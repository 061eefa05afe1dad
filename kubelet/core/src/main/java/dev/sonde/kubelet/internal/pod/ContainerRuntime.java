package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.prober.ProbeHandler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;

/**
 * Runs the instances of one container and asks its probes: a real process, or what a scenario says.
 * Called, and calls back, on the event loop.
 */
public interface ContainerRuntime {

  /**
   * Starts an instance. The one before has ended.
   *
   * @param instance its number, from 1
   * @param observer hears when it runs and when it ends; may be called before this returns
   * @return a handle on the instance
   */
  Instance start(int instance, Observer observer);

  /**
   * {@return what makes the attempts of a probe}
   *
   * @param kind which of the three probes
   * @param probe the probe
   */
  ProbeHandler handler(ProbeKind kind, Probe probe);

  /** Hears what becomes of an instance. */
  interface Observer {

    /**
     * The instance runs, and its post-start hook has returned.
     *
     * @param since when it began, before the hook, in nanoseconds of the event loop
     */
    void running(long since);

    /**
     * The instance ended.
     *
     * @param exitCode the exit code; 128 and the signal's number where a signal ended it
     */
    void exited(int exitCode);
  }

  /** A handle on an instance. */
  interface Instance {

    /**
     * Runs the pre-stop hook, if there is one.
     *
     * @param limit nanoseconds after which the hook itself is ended; {@link
     *     dev.sonde.kubelet.internal.time.EventLoop#NEVER} to let it run on
     * @param done to be called when it returned
     */
    default void preStop(long limit, Runnable done) {
      done.run();
    }

    /** Sends {@code SIGTERM}. */
    void terminate();

    /** Sends {@code SIGKILL}. */
    void kill();
  }
}
