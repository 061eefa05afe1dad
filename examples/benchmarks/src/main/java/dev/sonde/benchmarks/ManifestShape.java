package dev.sonde.benchmarks;

import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.minutes;
import static dev.sonde.dsl.Probes.seconds;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Manifests of 5 MB as teams have them; the text is the same in every run. */
enum ManifestShape {
  /** Thousands of small Deployments with their Services; the probes are meant for one of them. */
  ONE_TARGET_AMONG_MANY(1) {
    @Override
    String text() {
      return many(ManifestPieces::application);
    }
  },
  /** The same, and the probes are meant for hundreds of them. */
  HUNDREDS_OF_TARGETS(500) {
    @Override
    String text() {
      return many(ManifestPieces::application);
    }
  },
  /** A few huge documents, schemas and configuration, and one Deployment behind them. */
  HUGE_DOCUMENTS(1) {
    @Override
    String text() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; text.length() < SIZE; i++) {
        text.append(ManifestPieces.configMap(i, 10_000)).append(ManifestPieces.schema(i, 1_500));
      }
      return text.append(ManifestPieces.application(0)).toString();
    }
  },
  /** One document, a {@code List} of everything. */
  ONE_LIST(1) {
    @Override
    String text() {
      StringBuilder text = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
      for (int i = 0; text.length() < SIZE; i++) {
        text.append(ManifestPieces.listItem(i));
      }
      return text.toString();
    }
  };

  private static final int SIZE = 5_000_000;

  private final int targets;

  ManifestShape(int targets) {
    this.targets = targets;
  }

  /** {@return the manifest} */
  abstract String text();

  /** {@return the probes, one set for each target} */
  List<ProbeSet> probes() {
    return IntStream.range(0, targets).mapToObj(ManifestShape::probes).toList();
  }

  private static ProbeSet probes(int number) {
    WorkloadRef workload = new WorkloadRef(Optional.of("Deployment"), Optional.of("app-" + number));
    return ProbeSet.forContainer(new ContainerRef(Optional.of("main"), workload))
        .with(new ContainerPort(Optional.of("health"), 8081))
        .startup(httpGet("/startedz").port("health").every(seconds(2)).startsWithin(minutes(2)))
        .liveness(httpGet("/livez").port("health").every(seconds(10)))
        .readiness(httpGet("/readyz").port("health").every(seconds(5)));
  }

  private static String many(IntFunction<String> document) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < SIZE; i++) {
      text.append(document.apply(i));
    }
    return text.toString();
  }
}
