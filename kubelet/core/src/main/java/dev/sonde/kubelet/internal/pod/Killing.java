package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.Nanos;
import java.util.function.Consumer;

/**
 * Stops one instance: pre-stop hook, {@code SIGTERM}, and {@code SIGKILL} when its time is up. The
 * hook takes its time from the grace period, of which at least 2 s are left for the rest.
 */
final class Killing {

  private static final long LEAST_AFTER_HOOK = Nanos.ofSeconds(2);

  private final EventLoop loop;
  private final ContainerRuntime.Instance instance;
  private final Consumer<String> signals;
  private final Runnable gone;
  private final long deadline;
  private boolean terminated;
  private boolean over;

  Killing(
      EventLoop loop,
      ContainerRuntime.Instance instance,
      long since,
      long graceSeconds,
      Consumer<String> signals,
      Runnable gone) {
    this.loop = loop;
    this.instance = instance;
    this.signals = signals;
    this.gone = gone;
    this.deadline = EventLoop.after(since, Nanos.ofSeconds(graceSeconds));
  }

  void begin() {
    if (deadline > loop.now()) {
      loop.at(deadline, this::terminate);
      instance.preStop(this::terminate);
    } else {
      terminate();
    }
  }

  /** The instance has ended: nothing more is sent. */
  void finish() {
    over = true;
    gone.run();
  }

  private void terminate() {
    if (terminated || over) {
      return;
    }
    terminated = true;
    signals.accept("SIGTERM");
    long left = Math.max(deadline - loop.now(), LEAST_AFTER_HOOK);
    loop.at(EventLoop.after(loop.now(), left), this::kill);
    instance.terminate();
  }

  private void kill() {
    if (!over) {
      signals.accept("SIGKILL");
      instance.kill();
    }
  }
}
