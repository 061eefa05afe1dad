package dev.sonde.model;

/** Something that the kubelet does to a container: a probe's handler, or a lifecycle hook's. */
public sealed interface Action permits Handler, HookHandler {

  /** {@return the field of a Kubernetes object that holds this action, such as {@code httpGet}} */
  String fieldName();
}
