package dev.sonde.runtime;

import java.util.Objects;

/**
 * What a server knows of a request, and all that the answer depends on.
 *
 * @param method the HTTP method, such as {@code GET}
 * @param path the path as it stood in the request line, percent-encoded, without the query
 * @param query the query as it stood in the request line, without the question mark; empty when
 *     there is none
 * @param accept the value of the {@code Accept} header; empty when there is none
 */
public record HealthRequest(String method, String path, String query, String accept) {

  /** Checks that nothing is missing. */
  public HealthRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(accept, "accept");
  }

  /**
   * {@return a GET without query or headers}
   *
   * @param path the path, percent-encoded
   */
  public static HealthRequest get(String path) {
    return new HealthRequest("GET", path, "", "");
  }

  boolean isHead() {
    return method.equals("HEAD");
  }
}
