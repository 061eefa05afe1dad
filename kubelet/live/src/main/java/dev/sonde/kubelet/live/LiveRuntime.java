package dev.sonde.kubelet.live;

import dev.sonde.kubelet.internal.pod.ContainerRuntime;
import java.util.Optional;

/** Runs a container for real; nothing of it is left once it is closed. */
interface LiveRuntime extends ContainerRuntime, AutoCloseable {

  /** {@return the process that runs now, where the container is one} */
  default Optional<ProcessHandle> process() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
