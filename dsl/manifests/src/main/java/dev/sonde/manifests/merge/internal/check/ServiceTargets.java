package dev.sonde.manifests.merge.internal.check;

import dev.sonde.manifests.merge.internal.assign.NameSuggestions;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ContainerPort;
import dev.sonde.rules.MergeRules;
import dev.sonde.rules.Rule;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.Optional;

/**
 * Holds the ports to which Services send against those that containers and code have.
 *
 * @param pod a pod that the Services reach
 */
public record ServiceTargets(ProbedPods.Pod pod) {

  /** {@return what is wrong if the Service does not send to one of the pod's ports} */
  public Optional<PlacedFinding> check(ServicePort port) {
    if (port.target() instanceof YamlText name) {
      return byName(port, name.value());
    }
    return port.target() instanceof YamlNumber number
        ? byNumber(port, (int) number.value())
        : Optional.empty();
  }

  private Optional<PlacedFinding> byName(ServicePort port, String name) {
    if (pod.portNames().contains(name)) {
      return Optional.empty();
    }
    boolean number = name.chars().allMatch(Character::isDigit);
    return Optional.of(
        finding(
            MergeRules.SERVICE_PORT,
            port,
            "\"" + name + "\", which no container of " + pod.workload().text() + " declares.",
            number
                ? "Write the number without quotes: in quotes it is a name."
                : NameSuggestions.of(
                    name, pod.portNames(), "Declare it in the container, or correct the name.")));
  }

  private Optional<PlacedFinding> byNumber(ServicePort port, int number) {
    Optional<ContainerPort> namesake =
        pod.served().stream()
            .filter(own -> own.name().equals(Optional.of(port.name())))
            .filter(own -> own.containerPort() != number)
            .findFirst();
    if (namesake.isPresent()) {
      return Optional.of(
          finding(
              MergeRules.SERVICE_PORT,
              port,
              number
                  + "; the code serves \""
                  + port.name()
                  + "\" on "
                  + namesake.get().containerPort()
                  + ".",
              "Send to that port, or to \"" + port.name() + "\"."));
    }
    boolean known =
        pod.declared().isEmpty()
            || pod.declared().contains(number)
            || pod.served().stream().anyMatch(own -> own.containerPort() == number);
    return known
        ? Optional.empty()
        : Optional.of(
            finding(
                MergeRules.SERVICE_NUMBER,
                port,
                number + ", which no container of " + pod.workload().text() + " declares.",
                "Declare it in the container, or correct the number."));
  }

  private static PlacedFinding finding(Rule rule, ServicePort port, String target, String remedy) {
    return port.place()
        .finding(
            rule.finding(
                port.path(), "Service " + port.service() + " sends to port " + target, remedy));
  }
}
