package dev.sonde.spring;

import org.jspecify.annotations.Nullable;

/** What Spring's indicators answer, and what Actuator makes of it. */
public final class SpringHealth {

  private SpringHealth() {}

  /**
   * {@return what an indicator has answered}
   *
   * @param answer its answer
   * @throws IllegalStateException if that is null
   */
  public static <T> T answered(@Nullable T answer) {
    if (answer == null) {
      throw new IllegalStateException("The indicator has answered null.");
    }
    return answer;
  }

  /**
   * {@return what Actuator answers for a status, unless it is configured otherwise}
   *
   * @param word Spring's status
   */
  public static int usualHttpStatus(String word) {
    return word.equals("DOWN") || word.equals("OUT_OF_SERVICE") ? 503 : 200;
  }
}
