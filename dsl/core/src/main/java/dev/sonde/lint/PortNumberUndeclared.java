package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PORT_NUMBER_UNDECLARED;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Port;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A port that several probes ask is one matter. */
final class PortNumberUndeclared implements LintRule {

  @Override
  public Rule rule() {
    return PORT_NUMBER_UNDECLARED;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    List<Integer> declared =
        container.spec().ports().stream().map(ContainerPort::containerPort).toList();
    Map<Port, ProbeView> missing = new LinkedHashMap<>();
    for (ProbeView probe : container.probes()) {
      probe
          .handler()
          .dialledPort()
          .filter(port -> port.map(number -> isMissing(number, declared), name -> false))
          .ifPresent(port -> missing.putIfAbsent(port, probe));
    }
    missing.forEach((port, first) -> found.accept(finding(port, declared, first)));
  }

  /** A number that the API server refuses is left to it. */
  private static boolean isMissing(int number, List<Integer> declared) {
    return number > 0 && number <= 65_535 && !declared.contains(number);
  }

  private static Finding finding(Port port, List<Integer> declared, ProbeView probe) {
    return PORT_NUMBER_UNDECLARED.finding(
        probe.handlerPath("port"),
        "port %s of %s is not among the container's ports%s."
            .formatted(
                port,
                probe.words(),
                declared.isEmpty()
                    ? "; it declares none"
                    : ": "
                        + declared.stream().map(String::valueOf).collect(Collectors.joining(", "))),
        "Declare it, best with a name, or correct the number.");
  }
}
