package dev.sonde.runtime.answer;

import dev.sonde.health.Health.Status;
import java.util.Map;

/**
 * Spring Boot's actuator, version 3. It has no degraded state either, and its readers look for
 * {@code UP}; so what is degraded is written so, and full detail tells more.
 */
final class SpringActuatorJson {

  private SpringActuatorJson() {}

  static String write(ProbeReport report, AnswerRequest wish) {
    CompactJson json = new CompactJson();
    json.raw("{").field("status", word(report.status()));
    if (wish.detail() != Detail.STATUS && !report.checks().isEmpty()) {
      json.raw(",\"components\":{");
      json.list(report.checks(), check -> writeComponent(json, check, wish.detail()));
      json.raw("}");
    }
    return json.raw("}").toString();
  }

  private static void writeComponent(CompactJson json, CheckReport check, Detail detail) {
    json.string(check.name()).raw(":{").field("status", word(check.status()));
    Map<String, Object> details = CheckDetails.of(check, detail);
    if (!details.isEmpty()) {
      json.raw(",\"details\":").object(details);
    }
    json.raw("}");
  }

  private static String word(Status status) {
    return status == Status.DOWN ? "DOWN" : "UP";
  }
}
