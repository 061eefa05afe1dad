package dev.sonde.kubelet.internal.replay;

import java.util.List;

/**
 * What really happened.
 *
 * @param pods the pods, by namespace and name
 * @param notes what was handed in and tells nothing
 */
public record ReplayReport(List<PodReplay> pods, List<String> notes) {

  /** Copies the lists, so that the value stays what it was. */
  public ReplayReport {
    pods = List.copyOf(pods);
    notes = List.copyOf(notes);
  }

  /** Tells whether it is known or inferred why each instance of each container ended. */
  public boolean isExplained() {
    return pods.stream()
        .flatMap(pod -> pod.containers().stream())
        .allMatch(ContainerReplay::isExplained);
  }

  /** {@return the report for people} */
  public String text() {
    return ReplayText.of(this);
  }

  /** {@return the report for programs} */
  public String json() {
    return ReplayJson.of(this);
  }
}
