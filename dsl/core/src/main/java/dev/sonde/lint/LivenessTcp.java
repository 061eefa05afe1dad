package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_TCP;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class LivenessTcp implements LintRule {

  @Override
  public Rule rule() {
    return LIVENESS_TCP;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (!container.application().isKnownToRunOnJvm()) {
      return;
    }
    container
        .probe(ProbeKind.LIVENESS)
        .filter(liveness -> liveness.handler() instanceof TcpSocket)
        .ifPresent(
            liveness ->
                found.accept(
                    LIVENESS_TCP.finding(
                        liveness.path().field("tcpSocket"),
                        "%s opens a connection, which the kernel accepts for a JVM that hangs too."
                            .formatted(liveness.words()),
                        "Ask the application itself: httpGet, grpc or exec.")));
  }
}
