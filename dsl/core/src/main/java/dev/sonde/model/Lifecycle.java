package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.Optional;

/**
 * What a container does and gets at its start and its end.
 *
 * @param postStart runs right after the container was created; the container counts as running once
 *     it is done
 * @param preStop runs before the container is stopped, inside the grace period
 * @param stopSignal the signal that stops the container, such as {@code SIGINT}; unset means the
 *     image's own, else {@code SIGTERM}
 */
public record Lifecycle(
    Optional<LifecycleHook> postStart,
    Optional<LifecycleHook> preStop,
    Optional<String> stopSignal) {

  /**
   * {@return what is written in an object}
   *
   * @param source the fields of {@code lifecycle}
   */
  public static Lifecycle read(FieldSource source) {
    return new Lifecycle(
        source.object("postStart").map(LifecycleHook::read),
        source.object("preStop").map(LifecycleHook::read),
        source.text("stopSignal"));
  }

  /**
   * Tells whether there is a signal and nothing else. Where its feature gate is off, the API server
   * drops such a lifecycle as a whole.
   */
  public boolean isStopSignalAlone() {
    return stopSignal.isPresent() && postStart.isEmpty() && preStop.isEmpty();
  }

  /** {@return this under Kubernetes' field names} */
  public YamlMap toFields() {
    YamlMap.Builder fields = YamlMap.builder();
    postStart.ifPresent(hook -> fields.put("postStart", hook.toFields()));
    preStop.ifPresent(hook -> fields.put("preStop", hook.toFields()));
    return fields.put("stopSignal", stopSignal).build();
  }
}
