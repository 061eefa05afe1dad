package dev.sonde.runtime.internal.engine;

import dev.sonde.runtime.internal.log.TroubleLog;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The edge of the engine: whatever goes wrong behind it, whoever asks gets an answer, and what went
 * wrong is logged, once until it goes well again. Thread-safe.
 */
public final class AnswerGuard {

  private final TroubleLog log;
  private volatile boolean failing;

  /**
   * Makes a guard.
   *
   * @param what what is guarded, for the log
   */
  public AnswerGuard(String what) {
    this.log = new TroubleLog(what + " cannot be answered for.", what + " is answered for again.");
  }

  /**
   * {@return the answer, which never fails}
   *
   * @param asking gets it
   * @param otherwise what is answered when that fails; made beforehand, as memory may be short then
   */
  public <T> CompletableFuture<T> answer(Supplier<CompletableFuture<T>> asking, T otherwise) {
    try {
      return asking
          .get()
          .handle(
              (answer, failure) -> {
                if (failure != null) {
                  return failed(failure, otherwise);
                }
                if (failing) { // Else nothing is called here, so that nothing can fail.
                  succeeded();
                }
                return answer;
              });
    } catch (Throwable failure) {
      return CompletableFuture.completedFuture(failed(failure, otherwise));
    }
  }

  private void succeeded() {
    failing = false;
    log.succeeded();
  }

  /**
   * Logs a failure.
   *
   * @return what is answered instead
   */
  public <T> T failed(Throwable failure, T otherwise) {
    failing = true;
    log.failed(failure);
    return otherwise;
  }
}
