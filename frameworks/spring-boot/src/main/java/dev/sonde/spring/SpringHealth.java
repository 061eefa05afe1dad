package dev.sonde.spring;

/** What Actuator answers for a status. */
public final class SpringHealth {

  private SpringHealth() {}

  /**
   * {@return what Actuator answers for a status, unless it is configured otherwise}
   *
   * @param word Spring's status
   */
  public static int usualHttpStatus(String word) {
    return word.equals("DOWN") || word.equals("OUT_OF_SERVICE") ? 503 : 200;
  }
}
