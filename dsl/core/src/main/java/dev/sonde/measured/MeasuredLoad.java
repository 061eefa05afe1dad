package dev.sonde.measured;

/**
 * The load that clients made, beside the probes.
 *
 * @param url what they asked for
 * @param clients how many asked at the same time, each again as soon as it had its answer
 */
public record MeasuredLoad(String url, int clients) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there is no client, or the URL is blank
   */
  public MeasuredLoad {
    if (clients < 1 || url.isBlank()) {
      throw new IllegalArgumentException("a load has a URL and at least 1 client.");
    }
  }
}
