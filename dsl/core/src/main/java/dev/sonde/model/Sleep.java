package dev.sonde.model;

import dev.sonde.yaml.YamlMap;

/**
 * Waits. Only a lifecycle hook may do that.
 *
 * @param seconds legal from 0 to the pod's grace period; 0 only since Kubernetes 1.33
 */
public record Sleep(long seconds) implements HookHandler {

  @Override
  public ActionType type() {
    return ActionType.SLEEP;
  }

  static Sleep read(FieldSource source) {
    return new Sleep(source.int64("seconds").orElse(0));
  }

  @Override
  public YamlMap toFields() {
    return YamlMap.builder().put("seconds", seconds).build();
  }

  @Override
  public <R> R map(ContainerAction.Cases<R> cases) {
    return cases.sleep(this);
  }
}
