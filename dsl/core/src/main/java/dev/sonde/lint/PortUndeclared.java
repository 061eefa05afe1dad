package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PORT_UNDECLARED;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Port;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import dev.sonde.rules.SimilarName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class PortUndeclared implements LintRule {

  @Override
  public Rule rule() {
    return PORT_UNDECLARED;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    List<String> declared =
        container.spec().ports().stream()
            .map(ContainerPort::name)
            .flatMap(Optional::stream)
            .toList();
    for (ProbeView probe : container.probes()) {
      probe
          .handler()
          .dialledPort()
          .flatMap(Port::asName)
          .filter(name -> !declared.contains(name))
          .ifPresent(name -> found.accept(finding(name, declared, probe)));
    }
  }

  private static Finding finding(String name, List<String> declared, ProbeView probe) {
    String remedy =
        SimilarName.to(name, declared)
            .map(similar -> "Did you mean " + FindingWords.quote(similar) + "?")
            .orElse("Declare it among the container's ports, or give a number.");
    return PORT_UNDECLARED.finding(
        probe.handlerPath("port"),
        "port name %s of %s is not declared%s."
            .formatted(
                FindingWords.quote(name),
                probe.words(),
                declared.isEmpty() ? "" : "; declared: " + String.join(", ", declared)),
        remedy);
  }
}
