package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.pod.ContainerRuntime;

/** Runs a container for real; nothing of it is left once it is closed. */
interface LiveRuntime extends ContainerRuntime, AutoCloseable {

  @Override
  default void close() {}
}
