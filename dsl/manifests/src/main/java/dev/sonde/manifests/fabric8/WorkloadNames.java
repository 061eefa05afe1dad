package dev.sonde.manifests.fabric8;

import dev.sonde.model.WorkloadRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** What an object is called, for references and for messages. */
record WorkloadNames(Optional<String> kind, Optional<String> name) {

  /** A pod spec on its own. */
  static final WorkloadNames NONE = new WorkloadNames(Optional.empty(), Optional.empty());

  static WorkloadNames of(HasMetadata workload) {
    return new WorkloadNames(
        Optional.ofNullable(workload.getKind()),
        Optional.ofNullable(workload.getMetadata()).map(metadata -> metadata.getName()));
  }

  WorkloadRef reference() {
    return new WorkloadRef(kind, name);
  }

  String text() {
    return text(kind, name).orElse("the pod spec");
  }

  /** Refuses probes that were written for another workload than this one. */
  void refuseStranger(WorkloadRef wanted) {
    if (differ(wanted.kind(), kind) || differ(wanted.name(), name)) {
      throw new IllegalArgumentException(
          "These probes belong to "
              + text(wanted.kind(), wanted.name()).orElseThrow()
              + ", not to "
              + text()
              + ". Apply them there, or take the workload out of their container reference.");
    }
  }

  private static boolean differ(Optional<String> wanted, Optional<String> actual) {
    return wanted.isPresent() && actual.isPresent() && !wanted.equals(actual);
  }

  private static Optional<String> text(Optional<String> kind, Optional<String> name) {
    return kind.or(() -> name.map(any -> "workload"))
        .map(word -> word + name.map(n -> " " + n).orElse(""));
  }
}
