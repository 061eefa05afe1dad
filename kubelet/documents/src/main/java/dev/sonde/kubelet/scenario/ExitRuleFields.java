package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.ExitRule;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.ApiRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the {@code restartPolicyRules} of a pod's containers. */
final class ExitRuleFields {

  private static final String RESTART_ALL = "RestartAllContainers";

  private static final OptionalLong NONE = OptionalLong.empty();

  private ExitRuleFields() {}

  /** What API servers say that do not know that containers have policies of their own. */
  static List<Finding> refusedBefore135(PodSpec pod, FieldPath path) {
    List<Finding> refused = new ArrayList<>();
    refuse(pod.initContainers(), path.field("initContainers"), refused);
    refuse(pod.containers(), path.field("containers"), refused);
    return refused;
  }

  private static void refuse(
      List<ContainerSpec> containers, FieldPath list, List<Finding> refused) {
    boolean main = list.toString().endsWith(".containers");
    for (int i = 0; i < containers.size(); i++) {
      ContainerSpec container = containers.get(i);
      if (container.restartPolicy().isPresent() && (main || !container.restartsAlways())) {
        refused.add(
            ApiRules.CONTAINER_RESTART_POLICY.finding(
                list.index(i).field("restartPolicy"),
                "Kubernetes before 1.35 does not follow the restartPolicy of a container.",
                "Remove it, or simulate a newer version."));
      }
    }
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
