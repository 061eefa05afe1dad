package dev.sonde.runtime.http;

import java.time.Duration;

/**
 * What clients may take. Immutable.
 *
 * @param connections how many may be open; a further one takes the place of the one that has been
 *     silent for longest, so that a probe always gets in
 * @param head how long a request's head may take to come, with the TLS handshake before the first
 *     one, and an answer to be taken
 * @param idle how long a connection may stay open between requests
 * @param linger how long the rest of what a client sends is swallowed after a last answer, so that
 *     the answer is not lost
 */
public record HttpLimits(int connections, Duration head, Duration idle, Duration linger) {

  /** 2,000 connections, 5 s for a head, 60 s idle, 2 s to linger. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(2000, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(2));

  /** Checks that there is room for a connection. */
  public HttpLimits {
    if (connections < 1) {
      throw new IllegalArgumentException("no room for a connection");
    }
  }
}
