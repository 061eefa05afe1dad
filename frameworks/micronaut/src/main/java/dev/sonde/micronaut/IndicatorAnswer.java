package dev.sonde.micronaut;

import dev.sonde.health.Health;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What an indicator has answered, in Sonde's words. */
final class IndicatorAnswer {

  private final Predicate<HealthStatus> fails;

  /**
   * Makes a translator.
   *
   * @param fails whether Micronaut would answer a probe with an error
   */
  IndicatorAnswer(Predicate<HealthStatus> fails) {
    this.fails = fails;
  }

  /**
   * {@return what counts} An indicator that answers nothing is left out by Micronaut, whose probe
   * succeeds; here answers show it. Of several answers the worst counts.
   */
  Health of(List<HealthResult> results) {
    if (results.isEmpty()) {
      return Health.translated("no answer", false, Map.of());
    }
    if (results.size() == 1) {
      HealthResult only = results.get(0);
      return translated(only.getStatus(), details("", only));
    }
    Map<String, Object> data = new TreeMap<>();
    HealthStatus worst = results.get(0).getStatus();
    for (HealthResult each : results) {
      data.put(each.getName(), each.getStatus().getName());
      data.putAll(details(each.getName() + ".", each));
      worst = weight(each.getStatus()).compareTo(weight(worst)) > 0 ? each.getStatus() : worst;
    }
    return translated(worst, data);
  }

  private Health.Status weight(HealthStatus status) {
    return translated(status, Map.of()).status();
  }

  private Health translated(HealthStatus status, Map<String, Object> data) {
    return Health.translated(status.getName(), fails.test(status), data);
  }

  /** Aggregates hold results among their details, as that of several data sources does. */
  private static Map<String, Object> details(String prefix, HealthResult result) {
    Map<String, Object> data = new TreeMap<>();
    Object details = result.getDetails();
    if (details instanceof Map<?, ?> entries) {
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        String key = prefix + entry.getKey();
        if (entry.getValue() instanceof HealthResult inner) {
          data.put(key, inner.getStatus().getName());
          data.putAll(details(key + ".", inner));
        } else {
          data.put(key, entry.getValue());
        }
      }
    } else if (details != null) {
      data.put(prefix + "details", details);
    }
    return data;
  }
}
