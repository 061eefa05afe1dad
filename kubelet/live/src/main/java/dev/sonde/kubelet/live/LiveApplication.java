package dev.sonde.kubelet.live;

/** An application that runs inside this JVM, as a container would in a pod. */
@FunctionalInterface
public interface LiveApplication {

  /**
   * Starts the application once more. It may be called again after the last instance was closed.
   *
   * @return what stops it; closing it is what {@code SIGTERM} is to a process
   * @throws Exception if it cannot start, which is what exit code 1 is to a process
   */
  AutoCloseable start() throws Exception;
}
