package dev.sonde.runtime.internal.engine;

import dev.sonde.health.Health;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of a check. Immutable.
 *
 * @param name the name in answers
 * @param ask asks it; users' code may return null where it must not
 * @param cancelled whether the stage of an answer that does not come in time is cancelled
 * @param policy how it is asked and how its answers count
 */
public record CheckQuestion(
    String name,
    Callable<@Nullable CompletionStage<@Nullable Health>> ask,
    boolean cancelled,
    CheckTerms policy) {

  /**
   * {@return the same question under another policy}
   *
   * @param other how it is asked
   */
  public CheckQuestion with(CheckTerms other) {
    return new CheckQuestion(name, ask, cancelled, other);
  }
}
