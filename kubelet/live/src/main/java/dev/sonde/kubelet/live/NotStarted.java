package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.pod.ContainerRuntime;

/** Stands in for an instance that could not be started. */
enum NotStarted implements ContainerRuntime.Instance {
  INSTANCE;

  @Override
  public void terminate() {
    // There is nothing to end.
  }

  @Override
  public void kill() {
    // There is nothing to end.
  }
}
