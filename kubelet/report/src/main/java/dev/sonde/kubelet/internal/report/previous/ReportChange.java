package dev.sonde.kubelet.internal.report.previous;

import java.util.Optional;

/**
 * One thing that a report says otherwise than the one before.
 *
 * @param workload the workload's id; empty for what belongs to none
 * @param container the container's name; empty for what concerns the workload as a whole
 * @param subject what it is about; empty where the whole workload or container came or went
 * @param before what was said; unset where nothing was
 * @param after what is said; unset where nothing is
 */
public record ReportChange(
    String workload,
    String container,
    String subject,
    Optional<String> before,
    Optional<String> after) {

  /** {@return workload and container, as in {@code Deployment/orders/web}} */
  public String place() {
    if (workload.isEmpty()) {
      return "outside of workloads";
    }
    boolean named = container.isEmpty() || workload.endsWith("/" + container);
    return named ? workload : workload + "/" + container;
  }
}
