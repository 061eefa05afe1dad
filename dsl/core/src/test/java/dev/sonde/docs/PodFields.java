package dev.sonde.docs;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HookHandler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a pod of the page's examples into the model. */
final class PodFields {

  private PodFields() {}

  static PodSpec read(Fields spec) {
    return new PodSpec(
        containers(spec, "containers"),
        containers(spec, "initContainers"),
        containers(spec, "ephemeralContainers"),
        spec.text("restartPolicy"),
        spec.longNumber("terminationGracePeriodSeconds"));
  }

  private static List<ContainerSpec> containers(Fields spec, String list) {
    return spec.maps(list).stream().map(PodFields::container).toList();
  }

  private static ContainerSpec container(Fields container) {
    Map<ProbeKind, Probe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      container.map(kind.fieldName()).ifPresent(probe -> probes.put(kind, probe(probe)));
    }
    return new ContainerSpec(
        container.text("name"),
        container.text("restartPolicy"),
        container.maps("ports").stream()
            .map(
                port ->
                    new ContainerPort(
                        port.text("name"), port.number("containerPort").orElseThrow()))
            .toList(),
        container
            .map("lifecycle")
            .map(
                lifecycle ->
                    new Lifecycle(
                        lifecycle.map("postStart").map(PodFields::hook),
                        lifecycle.map("preStop").map(PodFields::hook))),
        probes);
  }

  private static LifecycleHook hook(Fields hook) {
    List<HookHandler> handlers = new ArrayList<>();
    hook.map("exec").map(PodFields::exec).ifPresent(handlers::add);
    hook.map("sleep")
        .ifPresent(sleep -> handlers.add(new Sleep(sleep.longNumber("seconds").orElseThrow())));
    return new LifecycleHook(handlers);
  }

  private static Probe probe(Fields fields) {
    Probe.Builder probe = Probe.builder();
    Stream.of(
            fields.map("exec").map(PodFields::exec),
            fields.map("httpGet").map(PodFields::httpGet),
            fields.map("tcpSocket").map(tcp -> new TcpSocket(port(tcp), tcp.text("host"))),
            fields
                .map("grpc")
                .map(grpc -> new Grpc(grpc.number("port").orElse(0), grpc.text("service"))))
        .forEach(handler -> handler.ifPresent(probe::handler));
    fields.number("initialDelaySeconds").ifPresent(probe::initialDelaySeconds);
    fields.number("timeoutSeconds").ifPresent(probe::timeoutSeconds);
    fields.number("periodSeconds").ifPresent(probe::periodSeconds);
    fields.number("successThreshold").ifPresent(probe::successThreshold);
    fields.number("failureThreshold").ifPresent(probe::failureThreshold);
    fields
        .longNumber("terminationGracePeriodSeconds")
        .ifPresent(probe::terminationGracePeriodSeconds);
    return probe.build();
  }

  private static Exec exec(Fields exec) {
    return new Exec(exec.texts("command"));
  }

  private static HttpGet httpGet(Fields http) {
    return new HttpGet(
        http.text("path"),
        port(http),
        http.text("host"),
        http.text("scheme"),
        http.maps("httpHeaders").stream()
            .map(
                header ->
                    new HttpHeader(
                        header.text("name").orElseThrow(), header.text("value").orElseThrow()))
            .toList());
  }

  private static Port port(Fields handler) {
    return handler
        .value("port")
        .map(port -> port instanceof Integer number ? Port.of(number) : Port.named((String) port))
        .orElse(Port.MISSING);
  }
}
