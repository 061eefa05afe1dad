package dev.sonde.kubelet.internal.handler;

/**
 * The part of a URL that names the host.
 *
 * @param userInfo the part before {@code @}, as written; empty for none
 * @param host the host without brackets
 * @param port digits; empty for none
 */
record UrlAuthority(String userInfo, String host, String port) {

  private static final String ALLOWED_IN_HOST = "-_.~!$&'()*+,;=:[]<>\"%";

  static UrlAuthority parse(String text) throws UrlReference.Malformed {
    int at = text.lastIndexOf('@');
    String userInfo = at < 0 ? "" : text.substring(0, at);
    String hostPort = text.substring(at + 1);
    if (hostPort.startsWith("[")) {
      int end = hostPort.lastIndexOf(']');
      if (end < 0) {
        throw new UrlReference.Malformed("missing ']' in host");
      }
      return of(userInfo, hostPort.substring(1, end), hostPort.substring(end + 1));
    }
    int colon = hostPort.lastIndexOf(':');
    String host = colon < 0 ? hostPort : hostPort.substring(0, colon);
    return of(userInfo, host, colon < 0 ? "" : hostPort.substring(colon));
  }

  private static UrlAuthority of(String userInfo, String host, String colonPort)
      throws UrlReference.Malformed {
    if (!colonPort.matches("(:[0-9]*)?")) {
      throw new UrlReference.Malformed("port \"" + colonPort + "\" after host");
    }
    if (!validHost(host)) {
      throw new UrlReference.Malformed("host \"" + host + "\" has a character no host has");
    }
    return new UrlAuthority(userInfo, host, colonPort.isEmpty() ? "" : colonPort.substring(1));
  }

  /** Tells whether a host has only characters that a URL's host may have. */
  static boolean validHost(String host) {
    return host.chars()
        .allMatch(
            c -> c >= 0x80 || Character.isLetterOrDigit(c) || ALLOWED_IN_HOST.indexOf(c) >= 0);
  }
}
