package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.processor.read.DeclaredShutdown;
import java.util.Optional;

/** How an application stops, as far as that was declared and can be. */
final class ShutdownPlan {

  private ShutdownPlan() {}

  static Optional<ShutdownTiming> of(ContainerDeclarations share, ProbeSet probes) {
    if (share.container().isEmpty() || share.container().get().shutdown().isEmpty()) {
      return Optional.empty();
    }
    DeclaredShutdown declared = share.container().get().shutdown().get();
    int preStop = declared.preStopSeconds().value();
    int drain =
        declared.drainSeconds().isPresent()
            ? declared.drainSeconds().get().value()
            : ShutdownTiming.defaultDrainSeconds(probes.probe(ProbeKind.READINESS));
    int stop = declared.stopSeconds().value();
    // The rules of containers report impossible values.
    return preStop < 0 || drain < 0 || stop < 1
        ? Optional.empty()
        : Optional.of(new ShutdownTiming(preStop, drain, stop));
  }
}
