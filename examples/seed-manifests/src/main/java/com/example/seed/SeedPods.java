package com.example.seed;

import dev.sonde.manifests.fabric8.Fabric8Workloads;
import dev.sonde.model.ProbeSet;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/** The Pods around the probes, as fabric8 objects. */
public final class SeedPods {

  private static final String SCRIPT =
      "touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600";

  private SeedPods() {}

  /**
   * {@return a Pod that is healthy for thirty seconds}
   *
   * @param probes the probes of its container
   */
  public static Pod livenessExec(ProbeSet probes) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("liveness-exec")
            .addToLabels("test", "liveness")
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("liveness")
            .withImage("registry.k8s.io/busybox")
            .withArgs("/bin/sh", "-c", SCRIPT)
            .endContainer()
            .endSpec()
            .build();
    return Fabric8Workloads.apply(probes, pod);
  }

  /**
   * {@return a Pod that serves on port 8080}
   *
   * @param probes the probes of its container
   */
  public static Pod goproxy(ProbeSet probes) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("goproxy")
            .addToLabels("app", "goproxy")
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("goproxy")
            .withImage("registry.k8s.io/goproxy:0.1")
            .addNewPort()
            .withContainerPort(8080)
            .endPort()
            .endContainer()
            .endSpec()
            .build();
    return Fabric8Workloads.apply(probes, pod);
  }
}
