package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.Yaml;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All changes of a container's probes that Kubernetes would treat otherwise: a probe removed, its
 * handler replaced by another probe's, a number ten times as large, or as small as it may be. What
 * makes no difference to Kubernetes, or none at the test's time factor, is no change.
 */
final class MutatedContainers {

  private static final int TIMES = 10;

  private final KubeletSetup setup;
  private final LiveOptions options;
  private final Map<ProbeMutant, ContainerSpec> mutants = new LinkedHashMap<>();

  private MutatedContainers(KubeletSetup setup) {
    this.setup = setup;
    this.options = setup.options().get().build();
  }

  /** {@return the changes in the order of the probes and their fields, each with its container} */
  static Map<ProbeMutant, ContainerSpec> of(KubeletSetup setup) {
    MutatedContainers all = new MutatedContainers(setup);
    all.setup.container().probes().forEach(all::mutate);
    return all.mutants;
  }

  private void mutate(ProbeKind kind, Probe probe) {
    if (probe.handler().isEmpty()) {
      return;
    }
    add(kind, ProbeMutant.REMOVED, "", "", without(kind));
    swapHandler(kind, probe);
    for (ProbeField field : ProbeField.values()) {
      if (field.suits(kind) && field.defaultValue().isPresent()) {
        long number = probe.effective(field).orElse(0);
        change(kind, probe, field, number, less(field));
        if (isCountedUp(field)) {
          change(kind, probe, field, number, number * TIMES);
        }
      }
    }
  }

  private static boolean isCountedUp(ProbeField field) {
    return field == ProbeField.FAILURE_THRESHOLD
        || field == ProbeField.PERIOD_SECONDS
        || field == ProbeField.TIMEOUT_SECONDS;
  }

  private static long less(ProbeField field) {
    return field == ProbeField.INITIAL_DELAY_SECONDS ? 0 : 1;
  }

  private void change(ProbeKind kind, Probe probe, ProbeField field, long before, long after) {
    // A probe that is asked more often than it has to be does no harm that a suite could see.
    boolean harmless = field == ProbeField.PERIOD_SECONDS && after < before;
    boolean unseen = field == ProbeField.TIMEOUT_SECONDS && wall(before) == wall(after);
    if (before != after && after <= Integer.MAX_VALUE && !harmless && !unseen) {
      Probe changed = probe.toBuilder().number(field, after).build();
      add(
          kind,
          field.fieldName(),
          String.valueOf(before),
          String.valueOf(after),
          setup.container().with(kind, changed));
    }
  }

  /** A timeout is not made shorter than this by the time factor. */
  private long wall(long seconds) {
    long compressed = (long) (Duration.ofSeconds(seconds).toMillis() / options.timeFactor());
    return Math.max(compressed, options.leastTimeout().toMillis());
  }

  private void swapHandler(ProbeKind kind, Probe probe) {
    ProbeKind other = kind == ProbeKind.READINESS ? ProbeKind.LIVENESS : ProbeKind.READINESS;
    Handler mine = probe.handler().orElseThrow();
    Optional<Handler> others = setup.container().probe(other).flatMap(Probe::handler);
    if (others.isPresent() && !others.get().withDefaults().equals(mine.withDefaults())) {
      boolean paths = path(mine).isPresent() && path(others.get()).isPresent();
      boolean bothPaths = paths && !path(mine).equals(path(others.get()));
      add(
          kind,
          bothPaths ? "httpGet.path" : mine.fieldName(),
          bothPaths ? path(mine).orElseThrow() : text(mine),
          bothPaths ? path(others.get()).orElseThrow() : text(others.get()),
          setup.container().with(kind, probe.withHandler(others.get())));
    }
  }

  private static Optional<String> path(Handler handler) {
    return handler.withDefaults() instanceof HttpGet http ? http.path() : Optional.empty();
  }

  private static String text(Handler handler) {
    return handler.fieldName()
        + " "
        + Yaml.write(handler.toFields()).strip().replaceAll("\\s+", " ");
  }

  private ContainerSpec without(ProbeKind kind) {
    ContainerSpec spec = setup.container();
    Map<ProbeKind, Probe> left = new EnumMap<>(ProbeKind.class);
    left.putAll(spec.probes());
    left.remove(kind);
    return new ContainerSpec(spec.name(), spec.restart(), spec.ports(), spec.lifecycle(), left);
  }

  private void add(
      ProbeKind kind, String field, String before, String after, ContainerSpec changed) {
    FieldPath path = FieldPath.of(kind.fieldName());
    if (!field.equals(ProbeMutant.REMOVED)) {
      path = path.then(FieldPath.of(field.split("\\.", -1)));
    }
    String container = setup.container().name().orElse("container");
    mutants.put(
        new ProbeMutant(container, kind, field, before, after, setup.place().apply(path)), changed);
  }
}
