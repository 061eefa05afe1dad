package dev.sonde.manifests.framework;

import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.rules.FrameworkRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a framework answers a probe.
 *
 * @param https whether by TLS
 * @param port the port's number
 * @param path the path
 * @param because which setting made it so, by field of the handler; by default where none did
 */
record HealthUrl(boolean https, int port, String path, Map<String, String> because) {

  static final String SCHEME = "scheme";
  static final String PORT = "port";
  static final String PATH = "path";

  HealthUrl {
    because = Map.copyOf(because);
  }

  /** A server on a port that a setting names, or on the usual one; by TLS if a setting says so. */
  static HealthUrl server(Optional<Setting> port, int usual, Optional<Setting> tls) {
    int number = port.map(EffectiveSettings::port).orElse(usual);
    if (number <= 0) {
      throw random(port.orElseThrow());
    }
    Map<String, String> because = new HashMap<>();
    port.ifPresent(setting -> because.put(PORT, setting.text()));
    tls.ifPresent(setting -> because.put(SCHEME, setting.text()));
    return new HealthUrl(tls.isPresent(), number, "", because);
  }

  /** That only the running application knows its port. */
  static SettingException random(Setting port) {
    return new SettingException(
        port.finding(
            FrameworkRules.UNKNOWN,
            port.name()
                + " is "
                + EffectiveSettings.port(port)
                + ", so each start takes another port.",
            "Give it a number where the application runs in a pod."));
  }

  /** The same server at a path, and the setting that moves it there. */
  HealthUrl at(String other, Optional<Setting> reason) {
    Map<String, String> reasons = new HashMap<>(because);
    reason.ifPresent(setting -> reasons.put(PATH, setting.text()));
    return new HealthUrl(https, port, other, reasons);
  }

  String scheme() {
    return https ? "HTTPS" : HttpGet.DEFAULT_SCHEME;
  }

  /** The handler that asks it; HTTP is written only where something else is. */
  HttpGet handler(boolean withScheme) {
    HttpGet plain = HttpGet.of(path, Port.of(port));
    return new HttpGet(
        plain.path(),
        plain.port(),
        plain.host(),
        withScheme || https ? Optional.of(scheme()) : Optional.empty(),
        plain.httpHeaders(),
        plain.protocol());
  }
}
