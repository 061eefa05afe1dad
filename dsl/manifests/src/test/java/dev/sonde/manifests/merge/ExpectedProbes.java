package dev.sonde.manifests.merge;

import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Says what a container must mean after a merge, in a way of its own: on plain maps. */
final class ExpectedProbes {

  private static final List<String> HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "initialDelaySeconds", 0L,
          "timeoutSeconds", 1L,
          "periodSeconds", 10L,
          "successThreshold", 1L,
          "failureThreshold", 3L);
  private static final Map<String, Object> HANDLER_DEFAULTS =
      Map.of("path", "/", "scheme", "HTTP", "host", "", "service", "", "httpHeaders", List.of());

  private static final String GRACE_PERIOD = "terminationGracePeriodSeconds";

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
    probes
        .termination()
        .preStop()
        .map(hook -> RandomManifest.cast(RandomManifest.plain(hook.toFields())))
        .ifPresent(
            hook -> merged.merge("lifecycle", Map.of("preStop", hook), ExpectedProbes::hooks));
    probes
        .termination()
        .stopSignal()
        .ifPresent(
            signal ->
                merged.merge("lifecycle", Map.of("stopSignal", signal), ExpectedProbes::signal));
    merged.putAll(RandomManifest.cast(RandomManifest.plain(probes.restart().toFields())));
    return spelled(merged);
  }

  private static Object hooks(Object have, Object want) {
    Map<String, Object> result = new LinkedHashMap<>(RandomManifest.cast(have));
    result.merge("preStop", RandomManifest.cast(want).get("preStop"), ExpectedProbes::overlay);
    return result;
  }

  private static Object signal(Object have, Object want) {
    Map<String, Object> result = new LinkedHashMap<>(RandomManifest.cast(have));
    result.putAll(RandomManifest.cast(want));
    return result;
  }

  /** The pod spec with the grace period that the probes need, in one fixed spelling. */
  static void gracePeriod(Map<String, Object> pod, ProbeSet probes) {
    OptionalLong declared = probes.termination().terminationGracePeriodSeconds();
    Object have = pod.get(GRACE_PERIOD);
    boolean alone = ((List<?>) pod.get("containers")).size() == 1;
    if (declared.isPresent()) {
      long longer = alone || have == null ? 0 : ((Number) have).longValue();
      pod.put(GRACE_PERIOD, Math.max(longer, declared.getAsLong()));
    }
    gracePeriod(pod);
  }

  static void gracePeriod(Map<String, Object> pod) {
    Object have = pod.get(GRACE_PERIOD);
    pod.put(GRACE_PERIOD, have == null ? 30L : number(have));
  }

  static Map<String, Object> spelled(Map<String, Object> container) {
    Map<String, Object> spelled = new LinkedHashMap<>(container);
    for (ProbeKind kind : ProbeKind.values()) {
      spelled.computeIfPresent(kind.fieldName(), (k, probe) -> spelledProbe(probe));
    }
    spelled.computeIfPresent("lifecycle", (k, hooks) -> longs(hooks));
    spelled.computeIfPresent(ContainerRestart.RULES, (k, rules) -> longs(rules));
    return spelled;
  }

  private static @Nullable Object longs(@Nullable Object value) {
    if (value instanceof Map) {
      Map<String, Object> result = new LinkedHashMap<>(RandomManifest.cast(value));
      result.replaceAll((key, inner) -> longs(inner));
      return result;
    }
    if (value instanceof List<?> list) {
      List<Object> result = new ArrayList<>();
      list.forEach(item -> result.add(longs(item)));
      return result;
    }
    return value == null ? null : number(value);
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
