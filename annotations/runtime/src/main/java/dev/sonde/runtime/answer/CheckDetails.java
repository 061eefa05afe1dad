package dev.sonde.runtime.answer;

import dev.sonde.health.Health.Status;
import java.util.Map;
import java.util.TreeMap;

/** What full detail tells of a check: its own data and what is known about it. */
final class CheckDetails {

  private CheckDetails() {}

  /** Empty if no data may be shown; no detail shows more of the check than the format. */
  static Map<String, Object> of(CheckReport check, Detail detail) {
    return switch (detail) {
      case STATUS, NAMES -> Map.of();
      case DATA -> check.health().data();
      case FULL -> of(check);
    };
  }

  /** Sorted; the check's own data win over ours where both use a name. */
  static Map<String, Object> of(CheckReport check) {
    Map<String, Object> details = new TreeMap<>();
    details.put("tookMillis", check.took().toMillis());
    if (!check.age().isZero()) {
      details.put("ageMillis", check.age().toMillis());
    }
    if (check.status() == Status.DEGRADED) {
      details.put("degraded", true);
    }
    if (!check.required()) {
      details.put("required", false);
    }
    check.error().ifPresent(error -> details.put("error", error.toString()));
    details.putAll(check.health().data());
    return details;
  }
}
