package dev.sonde.runtime.testing;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another thread does. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /** Waits until the question is answered so, and returns the last answer. */
  public static <T> T awaitAnswer(T wanted, Callable<T> question) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T answer = question.call();
    while (!answer.equals(wanted) && System.nanoTime() - end < 0) {
      Thread.sleep(5);
      answer = question.call();
    }
    return answer;
  }
}
