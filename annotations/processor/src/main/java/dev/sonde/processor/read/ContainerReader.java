package dev.sonde.processor.read;

import dev.sonde.model.ContainerRestart;
import dev.sonde.model.RestartRule;
import dev.sonde.model.WorkloadRef;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code @Container}. */
final class ContainerReader {

  private static final int DEFAULT_PRE_STOP_SECONDS = 5;
  private static final int DRAIN_AS_READINESS_NEEDS = -1;
  private static final int DEFAULT_STOP_SECONDS = 20;

  private ContainerReader() {}

  static DeclaredContainer read(WrittenAnnotation container, TypeRef type)
      throws UnresolvedTypeException {
    return new DeclaredContainer(
        container.place(),
        type,
        container.text("name"),
        workload(container),
        container.number("port"),
        container.text("portName"),
        container.flag("tls"),
        shutdown(container),
        container.text("stopSignal"),
        container.text(ContainerRestart.POLICY),
        restartRules(container),
        container.flag("endpoints", true),
        container.classes("include"),
        container.classes("several"),
        container.classes("optional"));
  }

  /** {@return what can be said of a {@code @Container} that cannot be read} */
  static DeclaredContainer outline(SourcePlace place, TypeRef type) {
    return new DeclaredContainer(
        place,
        type,
        Optional.empty(),
        WorkloadRef.ANY,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        List.of(),
        List.of(),
        List.of());
  }

  private static WorkloadRef workload(WrittenAnnotation container) throws UnresolvedTypeException {
    Optional<WrittenAnnotation> workload = container.annotation("workload");
    return workload.isEmpty()
        ? WorkloadRef.ANY
        : new WorkloadRef(workload.get().plainText("kind"), workload.get().plainText("name"));
  }

  private static List<PlacedValue<RestartRule>> restartRules(WrittenAnnotation container)
      throws UnresolvedTypeException {
    List<PlacedValue<RestartRule>> rules = new ArrayList<>();
    for (WrittenAnnotation rule : container.annotations(ContainerRestart.RULES)) {
      rules.add(new PlacedValue<>(rule(rule), rule.place()));
    }
    return rules;
  }

  private static RestartRule rule(WrittenAnnotation rule) throws UnresolvedTypeException {
    return new RestartRule(
        rule.plainText("action").orElse(RestartRule.RESTART),
        Optional.of(
            new RestartRule.ExitCodes(
                rule.plainText("operator").orElse("In"), rule.numbers("exitCodes"))));
  }

  private static Optional<DeclaredShutdown> shutdown(WrittenAnnotation container)
      throws UnresolvedTypeException {
    Optional<WrittenAnnotation> shutdown = container.annotation("shutdown");
    return shutdown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DeclaredShutdown(
                seconds(shutdown.get(), "preStopSeconds", DEFAULT_PRE_STOP_SECONDS),
                drainSeconds(shutdown.get()),
                seconds(shutdown.get(), "stopSeconds", DEFAULT_STOP_SECONDS)));
  }

  /** The annotation's own default, written out, says no more than nothing. */
  private static Optional<PlacedValue<Integer>> drainSeconds(WrittenAnnotation shutdown)
      throws UnresolvedTypeException {
    Optional<PlacedValue<Integer>> written = shutdown.number("drainSeconds");
    return written.isPresent() && written.get().value() == DRAIN_AS_READINESS_NEEDS
        ? Optional.empty()
        : written;
  }

  private static PlacedValue<Integer> seconds(
      WrittenAnnotation shutdown, String name, int otherwise) throws UnresolvedTypeException {
    Optional<PlacedValue<Integer>> written = shutdown.number(name);
    return written.isPresent() ? written.get() : new PlacedValue<>(otherwise, shutdown.place());
  }
}
