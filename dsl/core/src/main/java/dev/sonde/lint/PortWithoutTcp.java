package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PORT_WITHOUT_TCP;

import dev.sonde.model.Port;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class PortWithoutTcp implements LintRule {

  @Override
  public Rule rule() {
    return PORT_WITHOUT_TCP;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ActionView view : container.actions()) {
      view.action()
          .dialledPort()
          .filter(port -> isWithoutTcp(port, container))
          .ifPresent(port -> found.accept(finding(port, view)));
    }
  }

  private static boolean isWithoutTcp(Port port, ContainerView container) {
    return port.resolved(container.spec().ports())
        .map(container.context().portsWithoutTcp()::contains, name -> false);
  }

  private static Finding finding(Port port, ActionView view) {
    return PORT_WITHOUT_TCP.finding(
        view.field("port"),
        "port %s of %s is declared for UDP or SCTP alone, and probes and hooks speak TCP."
            .formatted(port, view.words()),
        "Ask a port that speaks TCP, or declare that this one does so too.");
  }
}
