package dev.sonde.model;

import dev.sonde.yaml.YamlMap;
import java.util.Optional;

/** Something that the kubelet does to a container: a probe's handler, or a lifecycle hook's. */
public sealed interface ContainerAction permits Handler, HookHandler {

  /** {@return which of the actions it is} */
  ActionType type();

  /** {@return the field of a Kubernetes object that holds this action, such as {@code httpGet}} */
  default String fieldName() {
    return type().fieldName();
  }

  /** {@return what is written in that field, in the order of Kubernetes' own type} */
  YamlMap toFields();

  /** {@return the port that it dials, if it dials one} */
  default Optional<Port> dialledPort() {
    return Optional.empty();
  }

  /** {@return the host that it dials instead of the pod, if one is written} */
  default Optional<String> dialledHost() {
    return Optional.empty();
  }

  /**
   * {@return what the case for this action makes of it}
   *
   * @param <R> what the cases make
   * @param cases one case for each action there is
   */
  <R> R map(Cases<R> cases);

  /**
   * A case for each action there is. A new one does not compile until all have it.
   *
   * @param <R> what the cases make
   */
  interface Cases<R> extends Handler.Cases<R> {

    /**
     * {@return what becomes of a wait}
     *
     * @param sleep the wait
     */
    R sleep(Sleep sleep);
  }
}
