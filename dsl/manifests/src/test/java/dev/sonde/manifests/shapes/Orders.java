package dev.sonde.manifests.shapes;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import java.util.List;
import java.util.Optional;

/** An application with three probes, each with another handler, and a base that has it. */
final class Orders {

  /** The container is the second one, and has another handler in its liveness probe. */
  static final String BASE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: orders
      spec:
        template:
          spec:
            containers:
              - name: proxy
                image: proxy:1
              - name: orders
                image: orders:1
                ports:
                  - containerPort: 8081
                    protocol: TCP
                livenessProbe:
                  exec:
                    command: [cat, /tmp/healthy]
                  timeoutSeconds: 3
                  periodSeconds: 30
                readinessProbe:
                  httpGet:
                    path: /ready
                    port: 8080
      """;

  private Orders() {}

  static ProbeSet in(String kind) {
    return ProbeSet.forContainer(container(kind))
        .with(new ContainerPort(Optional.of("health"), 8081))
        .with(
            ProbeKind.STARTUP,
            Probe.builder().handler(new Exec(List.of("cat", "/tmp/started"))).build())
        .with(
            ProbeKind.LIVENESS,
            Probe.builder()
                .handler(HttpGet.of("/livez", Port.named("health")))
                .periodSeconds(10)
                .build())
        .with(
            ProbeKind.READINESS,
            Probe.builder()
                .handler(new Grpc(9090, Optional.empty(), Optional.empty()))
                .timeoutSeconds(2)
                .build());
  }

  /** The other container of the Deployment. */
  static ProbeSet proxy() {
    return ProbeSet.forContainer(
            new ContainerRef(Optional.of("proxy"), container("Deployment").workload()))
        .with(ProbeKind.READINESS, Probe.of(HttpGet.of("/ready", Port.of(15021))));
  }

  static ContainerRef container(String kind) {
    return new ContainerRef(
        Optional.of("orders"), new WorkloadRef(Optional.of(kind), Optional.of("orders")));
  }
}
