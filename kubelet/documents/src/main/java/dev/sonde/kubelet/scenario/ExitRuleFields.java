package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.ExitRule;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the {@code restartPolicyRules} of a pod's containers. */
final class ExitRuleFields {

  private static final Set<String> POLICY_RULES =
      Set.of("container-restart-policy", "init-restart-policy");
  private static final Set<String> POLICIES = Set.of("Always", "OnFailure", "Never");
  private static final String RESTART_ALL = "RestartAllContainers";

  private static final OptionalLong NONE = OptionalLong.empty();

  private ExitRuleFields() {}

  /** Tells whether newer API servers do not say so: the container's own policy is a known one. */
  static boolean isOfOldServers(Finding finding, PodSpec pod) {
    return POLICY_RULES.contains(finding.ruleId())
        && Stream.concat(pod.initContainers().stream(), pod.containers().stream())
            .flatMap(container -> container.restartPolicy().stream())
            .allMatch(POLICIES::contains);
  }

  /** The rules of each container, by its name. */
  static Map<String, List<ExitRule>> read(JsonReader podSpec, PodSpec pod) {
    Map<String, List<ExitRule>> all = new TreeMap<>();
    read(podSpec.list("initContainers", JsonReader::of), pod.initContainers(), all);
    read(podSpec.list("containers", JsonReader::of), pod.containers(), all);
    return all;
  }

  private static void read(
      List<JsonReader> written, List<ContainerSpec> containers, Map<String, List<ExitRule>> all) {
    for (int i = 0; i < Math.min(written.size(), containers.size()); i++) {
      List<ExitRule> rules =
          written.get(i).list("restartPolicyRules", JsonReader::of).stream()
              .map(ExitRuleFields::rule)
              .toList();
      if (!rules.isEmpty()) {
        all.put(PodTemplate.nameOf(containers.get(i)), rules);
      }
    }
  }

  private static ExitRule rule(JsonReader written) {
    Set<Integer> codes = new TreeSet<>();
    boolean in = true;
    for (JsonReader exit : written.object("exitCodes").stream().toList()) {
      in = !exit.text("operator").filter("NotIn"::equals).isPresent();
      exit.list("values", node -> node instanceof ScalarNode code ? code.integer() : NONE).stream()
          .flatMapToLong(OptionalLong::stream)
          .forEach(code -> codes.add((int) code));
    }
    return new ExitRule(written.text("action").filter(RESTART_ALL::equals).isPresent(), in, codes);
  }
}
