package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Stops one instance: pre-stop hook, wait for its turn, {@code SIGTERM}, and {@code SIGKILL} when
 * its time is up. Hook and wait use up the grace period in whole seconds; at least 2 s are left for
 * the rest.
 */
final class InstanceKill {

  /** The shortest time from {@code SIGTERM} to {@code SIGKILL}, in seconds. */
  static final long LEAST_SECONDS = 2;

  private enum Phase {
    HOOK,
    TURN,
    SIGNALLED,
    OVER
  }

  private final EventLoop loop;
  private final ContainerRuntime.Instance instance;
  private final boolean endsLateHooks;
  private final BooleanSupplier turn;
  private final Consumer<String> signals;
  private final Runnable gone;
  private long secondsLeft;
  private long phaseBegan;
  private Phase phase = Phase.HOOK;

  /**
   * Prepares a kill.
   *
   * @param endsLateHooks a hook is ended with the grace period
   * @param turn tells whether those are gone that have to stop first
   * @param signals hears each signal's name
   * @param gone done when the instance has ended
   */
  InstanceKill(
      EventLoop loop,
      ContainerRuntime.Instance instance,
      long graceSeconds,
      boolean endsLateHooks,
      BooleanSupplier turn,
      Consumer<String> signals,
      Runnable gone) {
    this.loop = loop;
    this.instance = instance;
    this.secondsLeft = graceSeconds;
    this.endsLateHooks = endsLateHooks;
    this.turn = turn;
    this.signals = signals;
    this.gone = gone;
  }

  void begin() {
    phaseBegan = loop.now();
    if (secondsLeft > 0) {
      whenTimeIsUp(this::hookOver);
      long limit = endsLateHooks ? NanoTime.ofSeconds(secondsLeft) : EventLoop.NEVER;
      instance.preStop(limit, this::hookOver);
    } else {
      hookOver();
    }
  }

  private void hookOver() {
    if (phase == Phase.HOOK) {
      spend();
      phase = Phase.TURN;
      if (secondsLeft > 0 && !turn.getAsBoolean()) {
        whenTimeIsUp(this::terminate);
      } else {
        terminate();
      }
    }
  }

  /** Another instance has ended: perhaps it is this one's turn now. */
  void proceed() {
    if (phase == Phase.TURN && turn.getAsBoolean()) {
      terminate();
    }
  }

  private void terminate() {
    if (phase == Phase.TURN) {
      spend();
      phase = Phase.SIGNALLED;
      secondsLeft = Math.max(secondsLeft, LEAST_SECONDS);
      signals.accept("SIGTERM");
      whenTimeIsUp(this::kill);
      instance.terminate();
    }
  }

  private void kill() {
    if (phase == Phase.SIGNALLED) {
      signals.accept("SIGKILL");
      instance.kill();
    }
  }

  /** The instance has ended: nothing more is sent. */
  void finish() {
    phase = Phase.OVER;
    gone.run();
  }

  /** Only whole seconds are subtracted from the grace period. */
  private void spend() {
    secondsLeft -= (loop.now() - phaseBegan) / NanoTime.PER_SECOND;
    phaseBegan = loop.now();
  }

  private void whenTimeIsUp(Runnable task) {
    loop.at(EventLoop.after(loop.now(), NanoTime.ofSeconds(secondsLeft)), task);
  }
}
