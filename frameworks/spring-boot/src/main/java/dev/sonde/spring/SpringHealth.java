package dev.sonde.spring;

import dev.sonde.health.Health;
import java.util.Map;

/** What an indicator of Spring's has found, in Sonde's words. */
public final class SpringHealth {

  private SpringHealth() {}

  /**
   * {@return what counts: down if Actuator would answer an error, up if that is its word; any other
   * word is told and counts as degraded, so that the probe succeeds as it does in Actuator}
   *
   * @param word Spring's status
   * @param httpStatus what Actuator answers for it
   * @param details the indicator's details
   */
  public static Health of(String word, int httpStatus, Map<String, Object> details) {
    Health health;
    if (httpStatus >= 400) {
      health = Health.down();
    } else {
      health = word.equals("UP") ? Health.up() : Health.degraded().with("status", word);
    }
    for (Map.Entry<String, Object> detail : details.entrySet()) {
      health = with(health, detail.getKey(), detail.getValue());
    }
    return health;
  }

  /**
   * {@return what Actuator answers for a status, unless it is configured otherwise}
   *
   * @param word Spring's status
   */
  public static int usualHttpStatus(String word) {
    return word.equals("DOWN") || word.equals("OUT_OF_SERVICE") ? 503 : 200;
  }

  private static Health with(Health health, String key, Object value) {
    if (value instanceof Boolean truth) {
      return health.with(key, truth);
    }
    return value instanceof Integer || value instanceof Long
        ? health.with(key, ((Number) value).longValue())
        : health.with(key, String.valueOf(value));
  }
}
