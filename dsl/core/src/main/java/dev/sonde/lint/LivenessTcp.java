package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_TCP;

import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.function.Consumer;

final class LivenessTcp implements LintRule {

  @Override
  public Rule rule() {
    return LIVENESS_TCP;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    boolean jvm = container.application().isKnownToRunOnJvm();
    container
        .probe(ProbeKind.LIVENESS)
        .filter(liveness -> liveness.handler() instanceof TcpSocket)
        .ifPresent(
            liveness ->
                found.accept(
                    LIVENESS_TCP
                        .finding(
                            liveness.path().field("tcpSocket"),
                            "%s opens a connection, which the kernel accepts for a %s that hangs too."
                                .formatted(liveness.words(), jvm ? "JVM" : "process"),
                            "Ask the application itself: httpGet, grpc or exec.")
                        .withSeverity(jvm ? Severity.WARNING : LIVENESS_TCP.severity())));
  }
}
