package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.kubelet.sim.TimedResult;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what an application does. */
final class ApplicationFields {

  /** What an attempt may come to; {@code timeout} means that no answer ever comes. */
  private static final Map<String, Function<String, AttemptOutcome>> RESULTS =
      Map.of(
          "success", AttemptOutcome::success,
          "warning", AttemptOutcome::warning,
          "failure", AttemptOutcome::failure,
          "unknown", AttemptOutcome::failure,
          "error", AttemptOutcome::error,
          "timeout", AttemptOutcome::failure);

  private ApplicationFields() {}

  /** Reads what a container does. What is said of a probe that it does not have is a mistake. */
  static SimulatedApplication read(ScenarioFields fields, PodSpec pod, String container) {
    Stream.concat(pod.initContainers().stream(), pod.containers().stream())
        .filter(spec -> PodTemplate.nameOf(spec).equals(container))
        .findFirst()
        .ifPresent(spec -> refuseUnasked(fields, spec));
    return read(fields);
  }

  private static void refuseUnasked(ScenarioFields fields, ContainerSpec container) {
    JsonReader written = JsonReader.of(fields.node());
    written
        .collection("results")
        .ifPresent(
            results ->
                JsonReader.of(results)
                    .names()
                    .forEach(kind -> refuseUnasked(fields, container, kind, results, kind)));
    for (YamlTreeNode fault : written.list("faults", item -> item)) {
      JsonReader.of(fault)
          .texts("probes")
          .forEach(kind -> refuseUnasked(fields, container, kind, fault, "probes"));
    }
  }

  private static void refuseUnasked(
      ScenarioFields fields,
      ContainerSpec container,
      String kind,
      YamlTreeNode node,
      String field) {
    ProbeKind known = FaultFields.KINDS.get(kind);
    if (known != null && !container.probes().containsKey(known)) {
      fields.complain(
          InputRules.SCENARIO_FIELD,
          FieldPlaces.of(node, FieldPath.of(field)),
          "container \"%s\" has no %s probe that could notice this."
              .formatted(PodTemplate.nameOf(container), kind),
          "Declare the probe, or remove its settings.");
    }
  }

  private static SimulatedApplication read(ScenarioFields fields) {
    SimulatedApplication.Builder app = SimulatedApplication.builder();
    fields.duration("startDelay").ifPresent(app::startDelay);
    fields.duration("startsIn").ifPresent(app::startsIn);
    fields.duration("takes").ifPresent(app::takes);
    fields.duration("postStart").ifPresent(app::postStart);
    fields.duration("preStop").ifPresent(app::preStop);
    if (saysNever(fields.value("stopsIn"))) {
      app.ignoresSigterm();
    } else {
      fields.duration("stopsIn").ifPresent(app::stopsIn);
    }
    app.refusesOnceStopping(fields.flag("refusesOnceStopping"));
    fields.whole("exitCode", 0, 255).ifPresent(code -> app.exitCode((int) code));
    fields.duration("completesIn").ifPresent(app::completesIn);
    for (ScenarioFields fault : fields.objects("faults")) {
      FaultFields.Read read = FaultFields.read(fault);
      read.byChance().ifPresentOrElse(app::fault, () -> app.fault(read.fault()));
    }
    fields.object("results").ifPresent(results -> readResults(results, app));
    fields.finish();
    return app.build();
  }

  private static boolean saysNever(Optional<YamlTreeNode> value) {
    return value
        .filter(node -> node instanceof ScalarNode scalar && scalar.text().equals("never"))
        .isPresent();
  }

  private static void readResults(ScenarioFields results, SimulatedApplication.Builder app) {
    for (Map.Entry<String, ProbeKind> kind : FaultFields.KINDS.entrySet()) {
      List<TimedResult> over = new ArrayList<>();
      results.objects(kind.getKey()).forEach(fields -> over.add(result(fields)));
      if (!over.isEmpty()) {
        over.sort(Comparator.comparing(TimedResult::at));
        app.results(kind.getValue(), over);
      }
    }
    results.finish();
  }

  private static TimedResult result(ScenarioFields fields) {
    Duration at = fields.duration("at").orElse(Duration.ZERO);
    Optional<Function<String, AttemptOutcome>> result = fields.choice("result", RESULTS);
    if (result.isEmpty() && fields.value("result").isEmpty()) {
      fields.incomplete("has no result.", "Add result.");
    }
    boolean never = fields.text("result").filter("timeout"::equals).isPresent();
    Optional<Duration> takes = fields.duration("takes");
    AttemptOutcome outcome =
        result.orElse(AttemptOutcome::success).apply(fields.text("reason").orElse(""));
    fields.finish();
    return new TimedResult(
        at, outcome, never ? Scenario.MAX_DURATION : takes.orElse(Duration.ZERO));
  }
}
