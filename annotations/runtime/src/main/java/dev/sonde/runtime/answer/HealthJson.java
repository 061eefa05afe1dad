package dev.sonde.runtime.answer;

import dev.sonde.health.Health.Status;

/**
 * The draft's {@code application/health+json}, the one format with a degraded state, {@code warn}.
 * Its keys are {@code component:measurement}, so a colon in a check's name is written as a dot.
 */
final class HealthJson {

  private HealthJson() {}

  static String write(ProbeReport report, AnswerRequest wish) {
    CompactJson json = new CompactJson();
    json.raw("{").field("status", word(report.status()));
    if (wish.detail() != Detail.STATUS && !report.checks().isEmpty()) {
      json.raw(",\"checks\":{");
      json.list(report.checks(), check -> writeCheck(json, report, check, wish.detail()));
      json.raw("}");
    }
    return json.raw("}").toString();
  }

  private static void writeCheck(
      CompactJson json, ProbeReport report, CheckReport check, Detail detail) {
    boolean full = detail == Detail.FULL;
    String name = check.name().replace(':', '.');
    json.string(full ? name + ":responseTime" : name).raw(":[{");
    json.field("status", word(check.status()));
    if (full) {
      json.raw(",\"observedValue\":").raw(Long.toString(check.took().toMillis()));
      json.raw(",").field("observedUnit", "ms");
      json.raw(",").field("time", report.time().minus(check.age()).toString());
      check.error().ifPresent(error -> json.raw(",").field("output", error.toString()));
    }
    if (detail.compareTo(Detail.DATA) >= 0 && !check.health().data().isEmpty()) {
      json.raw(",\"data\":").object(check.health().data());
    }
    json.raw("}]");
  }

  private static String word(Status status) {
    return switch (status) {
      case UP -> "pass";
      case DEGRADED -> "warn";
      case DOWN -> "fail";
    };
  }
}
