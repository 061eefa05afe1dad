package dev.sonde.manifests.lint;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.ContainerContext;
import dev.sonde.lint.JvmSigns;
import dev.sonde.lint.PodContext;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.measured.EvidenceSet;
import dev.sonde.manifests.workload.ContainerResources;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.WorkloadRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a manifest shows around the probes of a pod. */
final class PodSurroundings {

  /** What Kubernetes, and Argo, take where nothing is written. */
  private static final long DEFAULT_PROGRESS_DEADLINE_SECONDS = 600;

  private static final Set<String> ROLLED_OUT = Set.of("Deployment", "Rollout");

  private final ContainerResources podLimits;
  private final WorkloadRef workload;
  private final EvidenceSet evidence;
  private final Map<String, ContainerContext> containers = new HashMap<>();

  private PodSurroundings(LintedWorkload workload, PodSpec pod, EvidenceSet evidence) {
    JsonReader podSpec = workload.podSpec();
    this.workload = workload.ref();
    this.evidence = evidence;
    this.podLimits = ContainerResources.of(podSpec);
    read(podSpec.objects("containers"), pod.containers());
    read(podSpec.objects("initContainers"), pod.initContainers());
  }

  static PodContext of(LintedWorkload workload, PodSpec pod, EvidenceSet evidence) {
    String kind = workload.objectKind().kind();
    return PodContext.of(kind)
        .withProgressDeadlineSeconds(
            ROLLED_OUT.contains(kind) ? progressDeadline(workload.object()) : OptionalLong.empty())
        .withContainers(new PodSurroundings(workload, pod, evidence).containers);
  }

  private static OptionalLong progressDeadline(JsonReader workload) {
    OptionalLong written = workload.at(List.of("spec")).int64("progressDeadlineSeconds");
    return written.isPresent() ? written : OptionalLong.of(DEFAULT_PROGRESS_DEADLINE_SECONDS);
  }

  private void read(List<JsonReader> written, List<ContainerSpec> specs) {
    for (int i = 0; i < specs.size(); i++) {
      ContainerSpec spec = specs.get(i);
      if (spec.name().isPresent()) {
        containers.put(spec.name().get(), context(written.get(i), spec));
      }
    }
  }

  private ContainerContext context(JsonReader container, ContainerSpec spec) {
    ContainerContext context =
        new ContainerContext(
            ApplicationFacts.UNKNOWN,
            container.text("image"),
            Stream.of("command", "args").flatMap(f -> container.texts(f).stream()).toList(),
            variables(container),
            ContainerResources.of(container).or(podLimits).cpuMillis(),
            spec.name().map(name -> evidence.of(workload, name)).orElse(List.of()),
            portsWithoutTcp(container));
    return JvmSigns.in(spec, context).isPresent() ? context.with(ApplicationFacts.JVM) : context;
  }

  private static Map<String, Optional<String>> variables(JsonReader container) {
    Map<String, Optional<String>> variables = new LinkedHashMap<>();
    for (JsonReader variable : container.objects("env")) {
      Optional<String> value =
          variable.object("valueFrom").isPresent() ? Optional.empty() : variable.text("value");
      variable.text("name").ifPresent(name -> variables.put(name, value));
    }
    return variables;
  }

  private static Set<Integer> portsWithoutTcp(JsonReader container) {
    Set<Integer> others = new TreeSet<>();
    Set<Integer> tcp = new TreeSet<>();
    for (JsonReader port : container.objects("ports")) {
      boolean speaksTcp =
          port.text("protocol").filter(protocol -> !protocol.equals("TCP")).isEmpty();
      port.int32("containerPort").ifPresent((speaksTcp ? tcp : others)::add);
    }
    others.removeAll(tcp);
    return others;
  }
}
