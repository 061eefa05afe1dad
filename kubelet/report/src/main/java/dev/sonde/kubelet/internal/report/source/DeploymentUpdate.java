package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.standard.UpdatePlan;
import dev.sonde.kubelet.sim.PodAmount;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.workload.WorkloadNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how a Deployment is updated. */
final class DeploymentUpdate {

  private static final int DEFAULT_REPLICAS = 1;

  private DeploymentUpdate() {}

  /** {@return how a workload is updated pod by pod, where it is a Deployment that does so} */
  static Optional<UpdatePlan> of(WorkloadNode workload) {
    JsonReader spec = JsonReader.of(workload.node()).at(List.of("spec"));
    boolean rolls =
        spec.at(List.of("strategy")).text("type").orElse("RollingUpdate").equals("RollingUpdate");
    int replicas = spec.int32("replicas").orElse(DEFAULT_REPLICAS);
    if (!workload.kind().kind().equals("Deployment") || !rolls || replicas < 1) {
      return Optional.empty();
    }
    JsonReader bounds = spec.at(List.of("strategy", "rollingUpdate"));
    return Optional.of(
        new UpdatePlan(
            Math.min(replicas, PodFleet.MAX_REPLICAS),
            amount(bounds, "maxSurge"),
            amount(bounds, "maxUnavailable"),
            Duration.ofSeconds(Math.max(0, spec.int32("minReadySeconds").orElse(0)))));
  }

  /** What is not of Kubernetes' form counts as not written. */
  private static PodAmount amount(JsonReader bounds, String field) {
    OptionalInt number = bounds.int32(field);
    if (number.isPresent()) {
      return new PodAmount(Math.max(0, number.getAsInt()), false);
    }
    try {
      return bounds.text(field).map(PodAmount::parse).orElse(PodAmount.DEFAULT);
    } catch (IllegalArgumentException malformed) {
      return PodAmount.DEFAULT;
    }
  }
}
