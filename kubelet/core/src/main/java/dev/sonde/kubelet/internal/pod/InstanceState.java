package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.prober.ContainerState;
import java.util.OptionalLong;

/**
 * What becomes of a container's newest instance.
 *
 * @param instance its number, from 1; 0 while there is none
 * @param state what it does
 * @param startedAt when it began to run, in nanoseconds, as far as the kubelet keeps it
 * @param finishedAt the end of the newest instance that has ended
 * @param exitCode how that one ended
 */
record InstanceState(
    int instance, ContainerState state, long startedAt, OptionalLong finishedAt, int exitCode) {

  static final InstanceState NONE =
      new InstanceState(0, ContainerState.WAITING, 0, OptionalLong.empty(), 0);

  InstanceState runs(int newInstance, long since) {
    return new InstanceState(newInstance, ContainerState.RUNNING, since, finishedAt, exitCode);
  }

  InstanceState ended(int endedInstance, int code, long now) {
    return new InstanceState(
        endedInstance, ContainerState.TERMINATED, startedAt, OptionalLong.of(now), code);
  }

  boolean running() {
    return state == ContainerState.RUNNING;
  }

  boolean terminated() {
    return state == ContainerState.TERMINATED;
  }
}
