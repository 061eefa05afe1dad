package dev.sonde.manifests.merge;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a container must mean after a merge, in a way of its own: on plain maps. */
final class ExpectedProbes {

  private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "initialDelaySeconds", 0L,
          "timeoutSeconds", 1L,
          "periodSeconds", 10L,
          "successThreshold", 1L,
          "failureThreshold", 3L);
  private static final Map<String, Object> HANDLER_DEFAULTS =
      Map.of("path", "/", "scheme", "HTTP", "host", "", "service", "", "httpHeaders", List.of());

  private ExpectedProbes() {}

  /** The container with the wanted probes laid over its own, in one fixed spelling. */
  static Map<String, Object> merged(Map<String, Object> container, ProbeSet probes) {
    Map<String, Object> merged = new LinkedHashMap<>(container);
    for (ProbeKind kind : ProbeKind.values()) {
      probes
          .probe(kind)
          .map(probe -> RandomManifest.cast(RandomManifest.plain(probe.toFields())))
          .filter(want -> !want.isEmpty())
          .ifPresent(want -> merged.merge(kind.fieldName(), want, ExpectedProbes::overlay));
    }
    return spelled(merged);
  }

  static Map<String, Object> spelled(Map<String, Object> container) {
    Map<String, Object> spelled = new LinkedHashMap<>(container);
    for (ProbeKind kind : ProbeKind.values()) {
      spelled.computeIfPresent(kind.fieldName(), (k, probe) -> spelledProbe(probe));
    }
    return spelled;
  }

  private static Object overlay(Object have, Object want) {
    Map<String, Object> result = new LinkedHashMap<>(RandomManifest.cast(have));
    Map<String, Object> wanted = RandomManifest.cast(want);
    if (wanted.keySet().stream().anyMatch(HANDLERS::contains)) {
      result.keySet().removeIf(key -> HANDLERS.contains(key) && !wanted.containsKey(key));
    }
    wanted.forEach(
        (key, value) ->
            result.merge(
                key,
                value,
                (old, now) -> old instanceof Map && now instanceof Map ? overlay(old, now) : now));
    return result;
  }

  private static Object spelledProbe(Object probe) {
    if (!(probe instanceof Map)) {
      return probe;
    }
    Map<String, Object> spelled = new LinkedHashMap<>(DEFAULTS);
    RandomManifest.cast(probe)
        .forEach(
            (key, value) -> {
              if (HANDLERS.contains(key) && value instanceof Map) {
                spelled.put(key, spelledHandler(RandomManifest.cast(value)));
              } else if (value != null && !isZero(key, value)) {
                spelled.put(key, number(value));
              }
            });
    return spelled;
  }

  private static boolean isZero(String key, Object value) {
    return DEFAULTS.containsKey(key) && number(value).equals(0L);
  }

  private static Object spelledHandler(Map<String, Object> handler) {
    Map<String, Object> spelled = new LinkedHashMap<>(HANDLER_DEFAULTS);
    handler.forEach(
        (key, value) -> {
          if (value != null && !value.equals("")) {
            spelled.put(key, number(value));
          }
        });
    return spelled;
  }

  private static Object number(Object value) {
    return value instanceof Integer small ? small.longValue() : value;
  }
}
