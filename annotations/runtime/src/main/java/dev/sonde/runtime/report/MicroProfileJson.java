package dev.sonde.runtime.report;

import dev.sonde.health.Health;
import java.nio.charset.StandardCharsets;

/**
 * The JSON of MicroProfile Health 4: one status for the probe, and a name and status for each
 * check. It knows no third state, so a degraded check is written as {@code UP}.
 */
public final class MicroProfileJson {

  /** The media type. */
  public static final String MEDIA_TYPE = "application/json";

  private MicroProfileJson() {}

  /**
   * {@return the report in UTF-8}
   *
   * @param report what to write
   */
  public static byte[] write(ProbeReport report) {
    JsonText json = new JsonText();
    json.raw("{").field("status", word(report.passes())).raw(",\"checks\":[");
    json.list(report.checks(), check -> writeCheck(json, check));
    return json.raw("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeCheck(JsonText json, CheckReport check) {
    json.raw("{").field("name", check.name()).raw(",");
    json.field("status", word(check.status() != Health.Status.DOWN)).raw("}");
  }

  private static String word(boolean passes) {
    return passes ? "UP" : "DOWN";
  }
}
