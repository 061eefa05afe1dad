package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.ProbeResult;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeTiming;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries one probe of one container, once a period, and keeps count. Tries never overlap.
 *
 * <p>The step numbers in the comments are those of docs/kubelet.md, which follow the kubelet's own
 * worker in its order; tests name them too. Used on one event loop.
 */
public final class ProbeWorker {

  /** How many attempts one try makes while the handler returns errors. */
  static final int MAX_ATTEMPTS = 3;

  private enum Look {
    PROBE,
    SKIP,
    END
  }

  private final ProbeKind kind;
  private final int initialDelay;
  private final int successThreshold;
  private final int failureThreshold;
  private final ProberConfig config;
  private final EventLoop loop;
  private final Supplier<Optional<ProbeTarget>> target;
  private final ProbeHandler handler;
  private final ResultStore results;
  private final WorkerListener listener;
  private final long period;
  private final ProbeTicker ticker;
  private final Runnable wake = this::wake;

  private boolean busy = true;
  private boolean ended;
  private boolean poked;

  private int instance;
  private boolean onHold;
  private Optional<ProbeResult> last = Optional.empty();
  private int run;

  private int attempts;
  private long tryBegan;

  /**
   * Creates a worker, which makes its first try only once it is started.
   *
   * @param kind which of the three probes
   * @param timing the probe's numbers; a period below 1 s is taken as 1 s
   * @param config what all workers share
   * @param target shows the pod and the container; empty while the pod has no status
   * @param handler makes the attempts
   * @param results where the result is held
   * @param listener hears what happens
   */
  public ProbeWorker(
      ProbeKind kind,
      ProbeTiming timing,
      ProberConfig config,
      Supplier<Optional<ProbeTarget>> target,
      ProbeHandler handler,
      ResultStore results,
      WorkerListener listener) {
    this.kind = kind;
    this.initialDelay = timing.initialDelaySeconds();
    this.successThreshold = timing.successThreshold();
    this.failureThreshold = timing.failureThreshold();
    this.config = config;
    this.loop = config.loop();
    this.target = target;
    this.handler = handler;
    this.results = results;
    this.listener = listener;
    this.period = NanoTime.ofSeconds(Math.max(timing.periodSeconds(), 1));
    this.ticker = new ProbeTicker(period);
  }

  /** Begins: makes the first try at once, or after a random wait on a kubelet just started. */
  public void start() {
    // Step 1.
    if (period > loop.now() - config.kubeletStartedAt()) {
      long first = loop.now() + (long) (config.random().nextDouble() * period);
      listener.jittered(kind, first);
      loop.at(first, this::begin);
    } else {
      begin();
    }
  }

  /** Ends the worker and forgets its result. A try under way is left to finish and counts. */
  public void stop() {
    if (ended) {
      return;
    }
    ended = true;
    if (!busy) {
      end();
    }
  }

  /** Asks for a try out of turn. While a try is under way, one such request is kept. */
  public void poke() {
    if (!poked && !ended) {
      poked = true;
      if (!busy) {
        loop.at(loop.now(), wake);
      }
    }
  }

  /** {@return when the next tick is due, in nanoseconds of the loop} */
  public long nextTick() {
    return ticker.next();
  }

  /** {@return how many tries in a row have ended as the last one did} */
  public int run() {
    return run;
  }

  private void begin() {
    if (ended) {
      end();
      return;
    }
    // Step 2: the rhythm starts here, whatever the container does.
    ticker.reset(loop.now());
    tryOnce();
  }

  private void wake() {
    if (busy || ended) {
      return;
    }
    if (poked) {
      poked = false;
      if (config.extraTryRestartsTicker()) {
        ticker.reset(loop.now());
      }
    } else if (!ticker.take(loop.now())) {
      return; // The tick was moved, or taken already.
    }
    busy = true;
    tryOnce();
  }

  private void tryOnce() {
    switch (look()) {
      case PROBE -> {
        attempts = 0;
        tryBegan = loop.now();
        attempt();
      }
      case SKIP -> rest();
      case END -> end();
    }
  }

  private void rest() {
    busy = false;
    if (ended) {
      end();
    } else {
      loop.at(poked ? loop.now() : ticker.next(), wake);
    }
  }

  private void end() {
    ended = true;
    results.clear();
    listener.ended(kind);
  }

  /** Steps 3 to 10. */
  private Look look() {
    Optional<ProbeTarget> status = target.get();
    if (status.isEmpty()) {
      return Look.SKIP; // Step 3: the pod has no status yet.
    }
    ProbeTarget seen = status.get();
    if (seen.podFinished()) {
      return Look.END; // Step 4.
    }
    if (seen.instance() == 0) {
      return Look.SKIP; // Step 3: the container has no id yet.
    }
    if (seen.instance() != instance) {
      adopt(seen); // Step 5.
    }
    if (onHold) {
      return Look.SKIP; // Step 6.
    }
    if (seen.state() != ContainerState.RUNNING) {
      store(ProbeResult.FAILURE, false); // Step 7.
      boolean over = seen.state() == ContainerState.TERMINATED && !seen.restartable();
      return over ? Look.END : Look.SKIP;
    }
    // Step 8 is the end of a pod, which stops the workers from outside.
    if (wholeSecondsSince(seen.startedAt()) < initialDelay) {
      return Look.SKIP; // Step 9.
    }
    boolean wantsStarted = kind != ProbeKind.STARTUP;
    return seen.started() == wantsStarted ? Look.PROBE : Look.SKIP; // Step 10.
  }

  private void adopt(ProbeTarget seen) {
    results.clear();
    instance = seen.instance();
    onHold = false;
    // The run and the last result are not cleared: the kubelet does not do so either.
    boolean running = seen.state() == ContainerState.RUNNING;
    if (!config.keepsStatusOf(seen.startedAt(), running)) {
      store(ProbeResult.before(kind), true);
    }
  }

  private long wholeSecondsSince(long moment) {
    return (loop.now() - moment) / NanoTime.PER_SECOND;
  }

  private void attempt() {
    attempts++;
    handler.attempt(this::attempted);
  }

  /** Step 11. */
  private void attempted(AttemptOutcome outcome) {
    if (outcome.verdict() != AttemptVerdict.ERROR) {
      count(outcome);
      rest();
    } else if (attempts < MAX_ATTEMPTS) {
      attempt();
    } else {
      listener.errored(kind, instance, outcome, attempts);
      rest();
    }
  }

  private void count(AttemptOutcome outcome) {
    // Step 12.
    ProbeResult result = outcome.result();
    run = last.filter(result::equals).isPresent() ? run + 1 : 1;
    last = Optional.of(result);
    int threshold = result == ProbeResult.SUCCESS ? successThreshold : failureThreshold;
    listener.tried(kind, instance, outcome, tryBegan, run, threshold);
    if (run < threshold) {
      return;
    }
    // Step 13.
    store(result, false);
    if (kind == ProbeKind.STARTUP || (kind.restarts() && result == ProbeResult.FAILURE)) {
      onHold = true;
      run = 0;
    }
  }

  private void store(ProbeResult result, boolean initial) {
    if (results.set(instance, result)) {
      listener.changed(kind, instance, result, initial);
    }
  }
}
