package dev.sonde.manifests.decode;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names that other tools and older habits have for a field of a probe. */
final class OtherNames {

  private static final Map<String, String> KUBERNETES =
      Map.ofEntries(
          Map.entry("interval", "periodSeconds"),
          Map.entry("period", "periodSeconds"),
          Map.entry("timeout", "timeoutSeconds"),
          Map.entry("delay", "initialDelaySeconds"),
          Map.entry("initialdelay", "initialDelaySeconds"),
          Map.entry("startperiod", "initialDelaySeconds"),
          Map.entry("retries", "failureThreshold"),
          Map.entry("failures", "failureThreshold"),
          Map.entry("maxfailures", "failureThreshold"),
          Map.entry("unhealthythreshold", "failureThreshold"),
          Map.entry("threshold", "failureThreshold"),
          Map.entry("healthythreshold", "successThreshold"),
          Map.entry("successes", "successThreshold"),
          Map.entry("graceperiod", "terminationGracePeriodSeconds"),
          Map.entry("graceperiodseconds", "terminationGracePeriodSeconds"),
          Map.entry("http", "httpGet"),
          Map.entry("https", "httpGet"),
          Map.entry("get", "httpGet"),
          Map.entry("tcp", "tcpSocket"),
          Map.entry("socket", "tcpSocket"),
          Map.entry("script", "exec"),
          Map.entry("shell", "exec"),
          Map.entry("cmd", "command"),
          Map.entry("args", "command"),
          Map.entry("headers", "httpHeaders"),
          Map.entry("url", "path"),
          Map.entry("uri", "path"),
          Map.entry("endpoint", "path"),
          Map.entry("liveness", "livenessProbe"),
          Map.entry("healthcheck", "livenessProbe"),
          Map.entry("readiness", "readinessProbe"),
          Map.entry("readycheck", "readinessProbe"),
          Map.entry("startup", "startupProbe"));

  private OtherNames() {}

  /** {@return the one of the known fields that goes by that name elsewhere} */
  static Optional<String> of(String name, Collection<String> known) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    return Optional.ofNullable(KUBERNETES.get(plain)).filter(known::contains);
  }
}
