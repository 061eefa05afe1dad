package dev.sonde.model;

import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.List;

/**
 * Lays probes and hooks out under Kubernetes' names, in the order in which Kubernetes' own types
 * do.
 */
final class ProbeFields {

  private ProbeFields() {}

  static YamlMap of(Probe probe) {
    return YamlMap.builder()
        .putAll(of(probe.handlers()))
        .put("initialDelaySeconds", probe.initialDelaySeconds())
        .put("timeoutSeconds", probe.timeoutSeconds())
        .put("periodSeconds", probe.periodSeconds())
        .put("successThreshold", probe.successThreshold())
        .put("failureThreshold", probe.failureThreshold())
        .put("terminationGracePeriodSeconds", probe.terminationGracePeriodSeconds())
        .build();
  }

  static YamlMap of(List<? extends Action> actions) {
    YamlMap.Builder fields = YamlMap.builder();
    for (Action action : actions) {
      fields.put(action.fieldName(), of(action));
    }
    return fields.build();
  }

  private static YamlMap of(Action action) {
    if (action instanceof Exec exec) {
      return of(exec);
    } else if (action instanceof HttpGet httpGet) {
      return of(httpGet);
    } else if (action instanceof TcpSocket tcpSocket) {
      return of(tcpSocket);
    } else if (action instanceof Sleep sleep) {
      return YamlMap.builder().put("seconds", sleep.seconds()).build();
    }
    return of((Grpc) action);
  }

  private static YamlMap of(Exec exec) {
    return YamlMap.builder().put("command", YamlList.ofTexts(exec.command())).build();
  }

  private static YamlMap of(HttpGet httpGet) {
    YamlMap.Builder fields =
        YamlMap.builder()
            .put("path", httpGet.path())
            .put("port", port(httpGet.port()))
            .put("host", httpGet.host())
            .put("scheme", httpGet.scheme());
    if (!httpGet.httpHeaders().isEmpty()) {
      fields.put(
          "httpHeaders",
          new YamlList(httpGet.httpHeaders().stream().<YamlNode>map(ProbeFields::of).toList()));
    }
    return fields.build();
  }

  private static YamlMap of(HttpHeader header) {
    return YamlMap.builder().put("name", header.name()).put("value", header.value()).build();
  }

  private static YamlMap of(TcpSocket tcpSocket) {
    return YamlMap.builder()
        .put("port", port(tcpSocket.port()))
        .put("host", tcpSocket.host())
        .build();
  }

  private static YamlMap of(Grpc grpc) {
    return YamlMap.builder().put("port", grpc.port()).put("service", grpc.service()).build();
  }

  private static YamlNode port(Port port) {
    return port instanceof Port.Named named
        ? new YamlText(named.name())
        : new YamlNumber(((Port.Numbered) port).number());
  }
}
