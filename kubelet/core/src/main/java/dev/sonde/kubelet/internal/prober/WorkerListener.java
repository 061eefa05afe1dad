package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.model.ProbeKind;

/** Hears what a worker does. Called on the event loop. */
public interface WorkerListener {

  /**
   * The worker waits a random part of a period before its first try, because the kubelet has just
   * been started.
   *
   * @param kind the worker's probe
   * @param until the moment of the first try
   */
  void jittered(ProbeKind kind, long until);

  /**
   * A try ended with success, warning or failure.
   *
   * @param kind the worker's probe
   * @param instance the container's instance that was probed
   * @param outcome what it came to
   * @param began when the attempt began
   * @param run how many tries in a row have ended so
   * @param threshold how many it takes
   */
  void tried(
      ProbeKind kind, int instance, AttemptOutcome outcome, long began, int run, int threshold);

  /**
   * A try ended with an error, after all its attempts; it counts as nothing.
   *
   * @param kind the worker's probe
   * @param instance the container's instance that was probed
   * @param outcome the last error
   * @param attempts how many attempts were made
   */
  void errored(ProbeKind kind, int instance, AttemptOutcome outcome, int attempts);

  /**
   * A result was stored that differs from the one before.
   *
   * @param kind the worker's probe
   * @param instance the container's instance
   * @param result the new result
   * @param initial it is the one that is before any try
   */
  void changed(ProbeKind kind, int instance, ProbeResult result, boolean initial);

  /**
   * The worker ended.
   *
   * @param kind the worker's probe
   */
  void ended(ProbeKind kind);
}
