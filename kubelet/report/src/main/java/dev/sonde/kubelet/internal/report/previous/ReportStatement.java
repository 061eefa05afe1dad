package dev.sonde.kubelet.internal.report.previous;

/**
 * One thing that a report says, so that the next one can say what changed.
 *
 * @param workload the workload's id; empty for what belongs to none
 * @param container the container's name; empty for what concerns the workload as a whole
 * @param subject what it is about, such as {@code livenessProbe.periodSeconds}; empty for that it
 *     is reported on at all
 * @param value what is said about it
 */
record ReportStatement(String workload, String container, String subject, String value) {

  /** What two statements have to share to be about the same. */
  record Key(String workload, String container, String subject) {}

  Key key() {
    return new Key(workload, container, subject);
  }
}
