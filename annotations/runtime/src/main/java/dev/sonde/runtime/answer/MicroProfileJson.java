package dev.sonde.runtime.answer;

import dev.sonde.health.Health.Status;
import java.util.Map;

/**
 * MicroProfile Health 4: one status for the probe; name, status and perhaps data for each check. It
 * knows no third state, so what is degraded is written as {@code UP}; full detail adds {@code
 * degraded} to the data.
 */
final class MicroProfileJson {

  private MicroProfileJson() {}

  static String write(ProbeReport report, AnswerRequest wish) {
    CompactJson json = new CompactJson();
    json.raw("{").field("status", word(report.status())).raw(",\"checks\":[");
    if (wish.detail() != Detail.STATUS) {
      json.list(report.checks(), check -> writeCheck(json, check, wish.detail()));
    }
    return json.raw("]}").toString();
  }

  private static void writeCheck(CompactJson json, CheckReport check, Detail detail) {
    json.raw("{").field("name", check.name());
    json.raw(",").field("status", word(check.status()));
    Map<String, Object> data = CheckDetails.of(check, detail);
    if (!data.isEmpty()) {
      json.raw(",\"data\":").object(data);
    }
    json.raw("}");
  }

  private static String word(Status status) {
    return status == Status.DOWN ? "DOWN" : "UP";
  }
}
