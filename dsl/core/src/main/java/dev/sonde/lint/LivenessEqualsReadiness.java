package dev.sonde.lint;

import static dev.sonde.rules.LintRules.LIVENESS_EQUALS_READINESS;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Rule;
import java.util.List;
import java.util.function.Consumer;

final class LivenessEqualsReadiness implements LintRule {

  @Override
  public Rule rule() {
    return LIVENESS_EQUALS_READINESS;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    ProbeView liveness = container.probe(ProbeKind.LIVENESS).orElse(null);
    ProbeView readiness = container.probe(ProbeKind.READINESS).orElse(null);
    if (liveness == null
        || readiness == null
        || !question(liveness.handler(), container)
            .equals(question(readiness.handler(), container))) {
      return;
    }
    found.accept(
        LIVENESS_EQUALS_READINESS.finding(
            liveness.path(),
            "%s asks the same as the readiness probe, so overload restarts what it should relieve."
                .formatted(liveness.words()),
            "Ask liveness for what only a restart cures, on an endpoint of its own."));
  }

  private static List<Object> question(Handler handler, ContainerView container) {
    return handler.withPort(port -> port.resolved(container.spec().ports())).map(new Question());
  }

  /** What a handler asks, with its defaults: equal means the same. */
  private static final class Question implements Handler.Cases<List<Object>> {
    @Override
    public List<Object> exec(Exec exec) {
      return List.of(exec.type(), exec.command());
    }

    @Override
    public List<Object> httpGet(HttpGet http) {
      return List.of(http.type(), http.effectivePath(), http.port());
    }

    @Override
    public List<Object> tcpSocket(TcpSocket tcp) {
      return List.of(tcp.type(), tcp.port());
    }

    @Override
    public List<Object> grpc(Grpc grpc) {
      return List.of(grpc.type(), grpc.port(), grpc.service().orElse(""));
    }
  }
}
