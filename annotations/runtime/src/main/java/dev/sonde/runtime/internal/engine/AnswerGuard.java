package dev.sonde.runtime.internal.engine;

import dev.sonde.runtime.internal.log.TroubleLog;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The edge of the engine: whatever goes wrong behind it, whoever asks gets an answer, and what went
 * wrong is logged, once until it goes well again. Thread-safe.
 */
public final class AnswerGuard {

  private final TroubleLog log;

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
      return asking.get().handle((answer, failure) -> settled(answer, failure, otherwise));
    } catch (Throwable failure) {
      return CompletableFuture.completedFuture(failed(failure, otherwise));
    }
  }

  private <T> T settled(T answer, @Nullable Throwable failure, T otherwise) {
    if (failure != null) {
      return failed(failure, otherwise);
    }
    log.succeeded();
    return answer;
  }

  /**
   * Logs a failure.
   *
   * @return what is answered instead
   */
  public <T> T failed(Throwable failure, T otherwise) {
    log.failed(failure);
    return otherwise;
  }
}
