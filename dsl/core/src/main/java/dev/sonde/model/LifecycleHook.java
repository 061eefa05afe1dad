package dev.sonde.model;

import static java.util.Comparator.comparingInt;

import dev.sonde.yaml.YamlMap;
import java.util.List;

/**
 * Something to do right after a container's start or right before its end.
 *
 * @param handlers what was written, in the API server's order; exactly one is legal
 */
public record LifecycleHook(List<HookHandler> handlers) {

  private static final List<Class<? extends HookHandler>> API_SERVER_ORDER =
      List.of(Exec.class, HttpGet.class, TcpSocket.class, Sleep.class);

  /**
   * Puts the handlers into the API server's order.
   *
   * @throws IllegalArgumentException if two handlers are of the same type
   */
  public LifecycleHook {
    if (handlers.stream().map(HookHandler::fieldName).distinct().count() < handlers.size()) {
      throw new IllegalArgumentException("a hook has each handler at most once: " + handlers);
    }
    handlers =
        handlers.stream()
            .sorted(comparingInt(handler -> API_SERVER_ORDER.indexOf(handler.getClass())))
            .toList();
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
