package dev.sonde.kubelet.junit;

import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Where users send their requests. */
final class TrafficUrl {

  private TrafficUrl() {}

  static URI parse(String url) {
    try {
      URI uri = URI.create(url);
      boolean http = List.of("http", "https").contains(String.valueOf(uri.getScheme()));
      if (http && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      throw complaint(url);
    }
    throw complaint(url);
  }

  private static ExtensionConfigurationException complaint(String url) {
    return new ExtensionConfigurationException(
        "traffic \"" + url + "\" is no URL like http://localhost:8080/path.");
  }

  /** The request that a user sends, in the words of a probe: it is made in the same way. */
  static HttpGet request(URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return new HttpGet(
        Optional.of(url.getRawPath() + query),
        Port.of(port(url)),
        Optional.of(url.getHost()),
        Optional.of(url.getScheme().toUpperCase(Locale.ROOT)),
        List.of());
  }

  static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return url.getScheme().equals("https") ? 443 : 80;
  }
}
