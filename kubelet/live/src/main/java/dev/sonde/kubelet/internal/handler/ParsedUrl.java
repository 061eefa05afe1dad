package dev.sonde.kubelet.internal.handler;

import java.util.Optional;

/**
 * A URL in the parts that a request is made of.
 *
 * @param scheme {@code http} or {@code https}; whatever a redirect says
 * @param userInfo the part before {@code @}, as written; empty for none
 * @param host the host's name or address, without brackets
 * @param port the port's number, as written; empty for the scheme's own
 * @param path the path in its escaped form; empty or with a leading slash
 * @param query the query as written
 */
record ParsedUrl(
    String scheme, String userInfo, String host, String port, String path, Optional<String> query) {

  /** The number of the port to dial; -1 where there is none. */
  int portNumber() {
    if (!port.isEmpty()) {
      return port.length() > 5 ? -1 : Integer.parseInt(port);
    }
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }

  /** The value of the {@code Host} header. */
  String authority() {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port.isEmpty() ? bracketed : bracketed + ":" + port;
  }

  /** What the request line asks for. */
  String requestTarget() {
    return (path.isEmpty() ? "/" : path) + query.map(text -> "?" + text).orElse("");
  }

  @Override
  public String toString() {
    return scheme + "://" + authority() + requestTarget();
  }
}
