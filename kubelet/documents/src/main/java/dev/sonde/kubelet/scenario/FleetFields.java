package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.sim.PodAmount;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.VersionRollout;
import dev.sonde.release.KubernetesVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how many pods there are, and their rolling update. */
final class FleetFields {

  private FleetFields() {}

  static PodFleet read(
      ScenarioFields fields, PodTemplate template, Path folder, KubernetesVersion version) {
    int replicas = (int) fields.whole("replicas", 1, PodFleet.MAX_REPLICAS).orElse(1);
    Duration spread = fields.duration("startSpread").orElse(Duration.ZERO);
    Optional<VersionRollout> rollout =
        fields.object("rollout").map(update -> rollout(update, template, folder, version));
    return new PodFleet(replicas, spread, rollout);
  }

  private static VersionRollout rollout(
      ScenarioFields fields, PodTemplate old, Path folder, KubernetesVersion version) {
    Duration at = fields.duration("at").orElse(Duration.ZERO);
    if (fields.value("at").isEmpty()) {
      fields.incomplete("does not say when it begins.", "Add at.");
    }
    PodAmount surge = fields.parsed("maxSurge", PodAmount::parse).orElse(PodAmount.DEFAULT);
    PodAmount less = fields.parsed("maxUnavailable", PodAmount::parse).orElse(PodAmount.DEFAULT);
    Duration ready = seconds(fields, "minReadySeconds").orElse(Duration.ZERO);
    Duration deadline =
        seconds(fields, "progressDeadlineSeconds").orElse(VersionRollout.DEFAULT_PROGRESS_DEADLINE);
    if (surge.value() == 0 && less.value() == 0) {
      fields.incomplete(
          "has both maxSurge and maxUnavailable 0, so that no pod could be replaced.",
          "Raise one of them.");
    }
    if (less.percent() && less.value() > 100) {
      fields.incomplete("has a maxUnavailable above 100%.", "Write at most 100%.");
    }
    if (deadline.compareTo(ready) <= 0) {
      fields.incomplete(
          "has a progressDeadlineSeconds of "
              + deadline.toSeconds()
              + ", which is not above its minReadySeconds of "
              + ready.toSeconds()
              + ".",
          "Raise progressDeadlineSeconds.");
    }
    PodTemplate next =
        fields.object("to").map(to -> template(to, old, folder, version)).orElse(old);
    fields.finish();
    return new VersionRollout(at, next, surge, less, ready, deadline);
  }

  private static Optional<Duration> seconds(ScenarioFields fields, String name) {
    return fields.whole(name, 0, Integer.MAX_VALUE).stream()
        .mapToObj(Duration::ofSeconds)
        .findFirst();
  }

  /** What is not written stays as it was. */
  private static PodTemplate template(
      ScenarioFields to, PodTemplate old, Path folder, KubernetesVersion version) {
    ScenarioPodFields pod = new ScenarioPodFields(to, folder, version);
    if (pod.present()) {
      PodTemplate next = pod.read();
      to.finish();
      return next;
    }
    PodTemplate next = old;
    Optional<ScenarioFields> application = to.object("application");
    // That a pod has no container at all is a mistake of its own.
    if (application.isPresent() && !old.spec().containers().isEmpty()) {
      String container = PodTemplate.nameOf(old.spec().containers().get(0));
      next = next.with(container, ApplicationFields.read(application.get(), old.spec(), container));
    }
    for (Map.Entry<String, ScenarioFields> named :
        to.object("applications").map(ScenarioFields::named).orElse(List.of())) {
      next =
          next.with(
              named.getKey(), ApplicationFields.read(named.getValue(), old.spec(), named.getKey()));
    }
    to.finish();
    return next;
  }
}
