package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.List;

/**
 * Something to do right after a container's start or right before its end.
 *
 * @param handlers what was written, in the API server's order; exactly one is legal
 */
public record LifecycleHook(List<HookHandler> handlers) {

  /**
   * Puts the handlers into the API server's order.
   *
   * @throws IllegalArgumentException if two handlers are of the same type
   */
  public LifecycleHook {
    handlers = ProbeFields.inOrder("a hook", handlers);
  }

  /**
   * {@return the hook that is written in an object}
   *
   * @param source the fields of the hook
   */
  public static LifecycleHook read(FieldSource source) {
    return new LifecycleHook(ProbeFields.actions(source, ActionType.OF_HOOKS, HookHandler.class));
  }

  /** {@return this hook under Kubernetes' field names} */
  public YamlMap toFields() {
    return ProbeFields.of(handlers);
  }

  /**
   * {@return a hook that does one thing}
   *
   * @param handler what it does
   */
  public static LifecycleHook of(HookHandler handler) {
    return new LifecycleHook(List.of(handler));
  }
}
