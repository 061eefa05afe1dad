package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.RealAttempt;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks each probe's endpoint at fixed moments, whether the answer before has come or not. An answer
 * is counted from the moment when it was due.
 */
final class OpenLoop implements AutoCloseable {

  /** Longer than a timeout that anybody sets; an answer that takes longer counts as none. */
  static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sonde-measure");
            thread.setDaemon(true);
            return thread;
          });
  private final AttemptThreads threads = new AttemptThreads();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<ProbeKind, AnswerRecord> records = new EnumMap<>(ProbeKind.class);
  private final long start;

  private OpenLoop(long start) {
    this.start = start;
  }

  /**
   * Begins to ask.
   *
   * @param container whose probes
   * @param handlers make the attempts
   * @param interval between two attempts of one probe
   * @param start the moment that times count from, of {@link System#nanoTime}
   */
  static OpenLoop start(
      ContainerSpec container, RealHandlers handlers, Duration interval, long start) {
    OpenLoop loop = new OpenLoop(start);
    for (Map.Entry<ProbeKind, Probe> probe : container.probes().entrySet()) {
      probe
          .getValue()
          .handler()
          .ifPresent(handler -> loop.ask(probe.getKey(), handler, handlers, interval));
    }
    return loop;
  }

  private void ask(ProbeKind kind, Handler handler, RealHandlers handlers, Duration interval) {
    AnswerRecord answers = new AnswerRecord();
    records.put(kind, answers);
    RealAttempt attempt = handlers.attempt(handler);
    long[] due = {System.nanoTime() - start};
    ScheduledFuture<?> unused =
        clock.scheduleAtFixedRate(
            () -> {
              due[0] += interval.toNanos();
              make(attempt, due[0], answers);
            },
            interval.toNanos(),
            interval.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private void make(RealAttempt attempt, long due, AnswerRecord answers) {
    underWay.incrementAndGet();
    CompletableFuture<Void> unused =
        threads
            .make(attempt, LONGEST_ANSWER)
            .thenAccept(
                outcome -> {
                  long done = System.nanoTime() - start;
                  answers.add(due, Math.max(done, due), isSuccess(outcome), outcome.reason());
                  underWay.decrementAndGet();
                });
  }

  /** As the kubelet counts: a redirect to another host is a warning, which is a success. */
  private static boolean isSuccess(AttemptOutcome outcome) {
    return outcome.verdict() == AttemptVerdict.SUCCESS
        || outcome.verdict() == AttemptVerdict.WARNING;
  }

  /** The probes that are asked, and what they answered so far. */
  Map<ProbeKind, AnswerRecord> records() {
    return Collections.unmodifiableMap(records);
  }

  /** Whether every probe has succeeded once. */
  boolean allSucceeded() {
    return records.values().stream().allMatch(answers -> answers.firstSuccess().isPresent());
  }

  /** Asks no more; what is under way may still come, until {@link #close}. */
  void stopAsking() {
    clock.shutdownNow();
  }

  /** Whether no answer is awaited any more. */
  boolean isQuiet() {
    return underWay.get() == 0;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.close();
  }
}
