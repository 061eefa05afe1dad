package dev.sonde.microprofile;

import java.util.Objects;

/**
 * What a server has to send for a request of one of MicroProfile's paths: JSON, as {@code
 * application/json}. Immutable.
 *
 * @param status 200 when all asked is up, 503 when it is not, 404 for another path
 * @param json the body, to be sent as UTF-8
 */
public record MicroProfileAnswer(int status, String json) {

  /** The header that belongs to it. */
  public static final String CONTENT_TYPE = "application/json";

  /** Checks that nothing is missing. */
  public MicroProfileAnswer {
    Objects.requireNonNull(json, "json");
  }

  static MicroProfileAnswer empty(boolean up) {
    return up
        ? new MicroProfileAnswer(200, "{\"status\":\"UP\",\"checks\":[]}")
        : new MicroProfileAnswer(503, "{\"status\":\"DOWN\",\"checks\":[]}");
  }
}
