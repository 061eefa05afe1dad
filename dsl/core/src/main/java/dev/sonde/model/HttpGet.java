package dev.sonde.model;

import java.util.List;
import java.util.Optional;

/**
 * Sends an HTTP GET; a status from 200 to 399 is success.
 *
 * @param path the path and query; unset means {@value #DEFAULT_PATH}
 * @param port the port's number or name; required by Kubernetes
 * @param host the host to dial; unset means the pod's address
 * @param scheme {@code HTTP} or {@code HTTPS}; unset means {@value #DEFAULT_SCHEME}
 * @param httpHeaders the headers to send, in order; a name may come more than once
 */
public record HttpGet(
    Optional<String> path,
    Port port,
    Optional<String> host,
    Optional<String> scheme,
    List<HttpHeader> httpHeaders)
    implements Handler, HookHandler {

  /** What Kubernetes asks for when no path is given. */
  public static final String DEFAULT_PATH = "/";

  /** What Kubernetes speaks when no scheme is given. */
  public static final String DEFAULT_SCHEME = "HTTP";

  /** Copies the headers, so that the value stays what it was. */
  public HttpGet {
    httpHeaders = List.copyOf(httpHeaders);
  }

  /**
   * {@return a plain HTTP GET of {@code path} on {@code port}}
   *
   * @param path the path and query
   * @param port the port's number or name
   */
  public static HttpGet of(String path, Port port) {
    return new HttpGet(Optional.of(path), port, Optional.empty(), Optional.empty(), List.of());
  }

  @Override
  public String fieldName() {
    return "httpGet";
  }

  @Override
  public HttpGet withDefaults() {
    return new HttpGet(
        Optional.of(effectivePath()), port, host, Optional.of(effectiveScheme()), httpHeaders);
  }

  /** {@return the path that Kubernetes uses: an unset or empty one is {@value #DEFAULT_PATH}} */
  public String effectivePath() {
    return path.filter(p -> !p.isEmpty()).orElse(DEFAULT_PATH);
  }

  /**
   * {@return the scheme that Kubernetes uses: an unset or empty one is {@value #DEFAULT_SCHEME}}
   */
  public String effectiveScheme() {
    return scheme.filter(s -> !s.isEmpty()).orElse(DEFAULT_SCHEME);
  }
}
