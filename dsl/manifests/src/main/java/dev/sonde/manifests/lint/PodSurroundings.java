package dev.sonde.manifests.lint;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.ContainerContext;
import dev.sonde.lint.JvmSigns;
import dev.sonde.lint.PodContext;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a manifest shows around the probes of a pod. */
final class PodSurroundings {

  /** What Kubernetes, and Argo, take where nothing is written. */
  private static final long DEFAULT_PROGRESS_DEADLINE_SECONDS = 600;

  private static final Set<String> ROLLED_OUT = Set.of("Deployment", "Rollout");

  private static final Pattern QUANTITY =
      Pattern.compile("\\+?(\\d{0,9}\\.?\\d{0,9})(m|k|[eE]-?\\d)?");

  private final OptionalLong podCpuLimit;
  private final Map<String, ContainerContext> containers = new HashMap<>();

  private PodSurroundings(JsonReader podSpec, PodSpec pod) {
    this.podCpuLimit = cpuLimit(podSpec);
    read(podSpec.objects("containers"), pod.containers());
    read(podSpec.objects("initContainers"), pod.initContainers());
  }

  static PodContext of(LintedWorkload workload, PodSpec pod) {
    String kind = workload.objectKind().kind();
    return PodContext.of(kind)
        .withProgressDeadlineSeconds(
            ROLLED_OUT.contains(kind) ? progressDeadline(workload.object()) : OptionalLong.empty())
        .withContainers(new PodSurroundings(workload.podSpec(), pod).containers);
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
    OptionalLong own = cpuLimit(container);
    ContainerContext context =
        new ContainerContext(
            ApplicationFacts.UNKNOWN,
            container.text("image"),
            Stream.of("command", "args").flatMap(f -> container.texts(f).stream()).toList(),
            variables(container),
            own.isPresent() ? own : podCpuLimit,
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

  /** {@return the limit in thousandths of a core} */
  private static OptionalLong cpuLimit(JsonReader owner) {
    return owner
        .at(List.of("resources", "limits"))
        .written("cpu")
        .map(PodSurroundings::millis)
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong millis(String quantity) {
    Matcher parts = QUANTITY.matcher(quantity);
    if (!parts.matches() || parts.group(1).chars().noneMatch(Character::isDigit)) {
      return OptionalLong.empty();
    }
    String unit = parts.group(2) == null ? "" : parts.group(2);
    int zeros =
        switch (unit) {
          case "m" -> 0;
          case "" -> 3;
          case "k" -> 6;
          default -> 3 + Integer.parseInt(unit.substring(1));
        };
    return OptionalLong.of(
        new BigDecimal("0" + parts.group(1)).scaleByPowerOfTen(zeros).longValue());
  }
}
