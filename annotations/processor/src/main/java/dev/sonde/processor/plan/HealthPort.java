package dev.sonde.processor.plan;

import dev.sonde.annotation.Container;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TcpSocket;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import java.util.List;
import java.util.Optional;

/**
 * The port that serves a container's health endpoints.
 *
 * @param number its number
 * @param name its name, by which probes ask it
 * @param served whether endpoints are generated for it
 * @param tls whether it speaks HTTPS
 */
record HealthPort(int number, Optional<String> name, boolean served, boolean tls) {

  static HealthPort of(ContainerDeclarations share) {
    if (share.container().isEmpty()) {
      return new HealthPort(Container.DEFAULT_PORT, Optional.empty(), true, false);
    }
    Optional<PlacedValue<Integer>> number = share.container().get().port();
    Optional<PlacedValue<String>> name = share.container().get().portName();
    return new HealthPort(
        number.isPresent() ? number.get().value() : Container.DEFAULT_PORT,
        name.isPresent() ? Optional.of(name.get().value()) : Optional.empty(),
        share.container().get().endpoints(),
        share.container().get().tls());
  }

  /** {@return the port as probes give it} */
  Port inProbes() {
    return name.isPresent() ? Port.named(name.get()) : Port.of(number);
  }

  /** {@return how probes ask it} */
  String scheme() {
    return tls ? "HTTPS" : HttpGet.DEFAULT_SCHEME;
  }

  /** {@return the port as the container declares it} */
  ContainerPort inContainer() {
    return new ContainerPort(name, number);
  }

  /** Tells whether an HTTP handler asks this port, which it does if it sets none. */
  boolean isAskedBy(HandlerSetting httpGet, Port asked) {
    return (!httpGet.sets("port") && !httpGet.sets("portName"))
        || asked.equals(Port.of(number))
        || (name.isPresent() && asked.equals(Port.named(name.get())));
  }

  /** Judges the port by the rules that hold for the probes that will ask it. */
  static void judge(ContainerDeclarations share, List<SourceProblem> problems) {
    if (share.container().isEmpty()) {
      return;
    }
    Optional<PlacedValue<Integer>> number = share.container().get().port();
    if (number.isPresent()) {
      judge(new PlacedValue<>(Port.of(number.get().value()), number.get().place()), problems);
    }
    Optional<PlacedValue<String>> name = share.container().get().portName();
    if (name.isPresent()) {
      judge(new PlacedValue<>(Port.named(name.get().value()), name.get().place()), problems);
    }
  }

  private static void judge(PlacedValue<Port> port, List<SourceProblem> problems) {
    Handler handler = TcpSocket.of(port.value());
    for (Finding finding : ProbeRules.validate(ProbeKind.READINESS, Probe.of(handler)).all()) {
      problems.add(SourceProblem.of(finding, port.place()));
    }
  }
}
