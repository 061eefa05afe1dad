package dev.sonde.kubelet.internal.handler;

import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A URL that is requested as a probe would request it.
 *
 * @param url http or https, with a host
 */
public record RequestUrl(URI url) {

  /**
   * Checks the URL.
   *
   * @throws IllegalArgumentException if it is neither http nor https, or has no host
   */
  public RequestUrl {
    boolean http = List.of("http", "https").contains(String.valueOf(url.getScheme()));
    if (!http || url.getHost() == null) {
      throw mistaken(url.toString());
    }
  }

  /**
   * {@return the URL that is written so}
   *
   * @param written such as {@code http://localhost:8080/orders?page=2}
   * @throws IllegalArgumentException if it is not of that form
   */
  public static RequestUrl parse(String written) {
    URI url;
    try {
      url = URI.create(written);
    } catch (IllegalArgumentException malformed) {
      throw mistaken(written);
    }
    return new RequestUrl(url);
  }

  private static IllegalArgumentException mistaken(String written) {
    return new IllegalArgumentException(
        "\"" + written + "\" is no URL like http://localhost:8080/path.");
  }

  /** {@return the port, also where it is the scheme's own} */
  public int port() {
    int usual = url.getScheme().equals("https") ? 443 : 80;
    return url.getPort() < 0 ? usual : url.getPort();
  }

  /** {@return the same in the words of a probe} */
  public HttpGet handler() {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return HttpGet.of(url.getRawPath() + query, Port.of(port()))
        .withHost(url.getHost().replaceAll("[\\[\\]]", ""))
        .withScheme(url.getScheme().toUpperCase(Locale.ROOT));
  }
}
