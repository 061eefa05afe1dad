package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.handler.WarmUpAttempt;
import dev.sonde.kubelet.internal.output.JsonFields;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.Handler;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes one real attempt and prints what it came to: {@code probe --once}. */
public final class ProbeOnce {

  /** The attempt succeeded, with a warning or without. */
  public static final int SUCCEEDED = 0;

  /** The attempt failed. */
  public static final int FAILED = 1;

  /** The attempt went wrong and says nothing about the application. */
  public static final int ERRORED = 3;

  private ProbeOnce() {}

  /**
   * Makes one attempt.
   *
   * @param handler what to do
   * @param timeout how long it may take
   * @param handlers where the container is
   * @param format the form of the answer
   * @param out where the answer goes, on one line
   * @return {@link #SUCCEEDED}, {@link #FAILED} or {@link #ERRORED}
   */
  public static int run(
      Handler handler,
      Duration timeout,
      RealHandlers handlers,
      OutputFormat format,
      PrintStream out) {
    long began;
    AttemptOutcome outcome;
    try (AttemptThreads attempts = new AttemptThreads()) {
      WarmUpAttempt.of(handler, handlers, attempts);
      began = System.nanoTime();
      outcome = attempts.make(handlers.attempt(handler), timeout).join();
    }
    long took = System.nanoTime() - began;
    out.println(format == OutputFormat.JSON ? json(handler, outcome, took) : text(outcome, took));
    out.flush();
    return switch (outcome.verdict()) {
      case SUCCESS, WARNING -> SUCCEEDED;
      case FAILURE -> FAILED;
      case ERROR -> ERRORED;
    };
  }

  private static String text(AttemptOutcome outcome, long took) {
    String reason = outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
    return outcome.verdict().word() + reason + " (" + NanoTime.text(took) + ")";
  }

  private static String json(Handler handler, AttemptOutcome outcome, long took) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("result", outcome.verdict().word());
    fields.put("reason", outcome.reason());
    fields.put("handler", handler.fieldName());
    fields.put("tookSeconds", NanoTime.exactSeconds(took / 1_000_000 * 1_000_000));
    return JsonFields.of(fields);
  }
}
