package dev.sonde.kubelet.internal.replay;

import java.util.List;

/**
 * What happened to one pod.
 *
 * @param name its namespace and name, such as {@code default/orders-7d9f}
 * @param timeline what happened to the pod as a whole, in the order of time
 * @param containers what happened to its containers, init containers first
 * @param unknown what the recording does not tell
 */
public record PodReplay(
    String name,
    List<ReplayLine> timeline,
    List<ContainerReplay> containers,
    List<String> unknown) {

  /** Copies the lists, so that the value stays what it was. */
  public PodReplay {
    timeline = List.copyOf(timeline);
    containers = List.copyOf(containers);
    unknown = List.copyOf(unknown);
  }
}
