package dev.sonde.kubelet.internal.report;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Probe;
import dev.sonde.model.TcpSocket;
import dev.sonde.rules.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Lays a probe out as names and values in one line each, under Kubernetes' names. */
final class ProbeFieldTable {

  private final Map<String, String> fields = new LinkedHashMap<>();

  private ProbeFieldTable() {}

  /** {@return the values of the fields that are set, by their paths below the probe} */
  static Map<String, String> of(Probe probe) {
    ProbeFieldTable table = new ProbeFieldTable();
    probe.handlers().forEach(table::handler);
    table.put("initialDelaySeconds", probe.initialDelaySeconds());
    table.put("timeoutSeconds", probe.timeoutSeconds());
    table.put("periodSeconds", probe.periodSeconds());
    table.put("successThreshold", probe.successThreshold());
    table.put("failureThreshold", probe.failureThreshold());
    OptionalLong grace = probe.terminationGracePeriodSeconds();
    grace.ifPresent(
        seconds -> table.fields.put("terminationGracePeriodSeconds", Long.toString(seconds)));
    return table.fields;
  }

  private void put(String name, OptionalInt number) {
    number.ifPresent(value -> fields.put(name, Integer.toString(value)));
  }

  private void handler(Handler handler) {
    String name = handler.fieldName() + ".";
    if (handler instanceof HttpGet get) {
      get.path().ifPresent(path -> fields.put(name + "path", path));
      fields.put(name + "port", get.port().toString());
      get.host().ifPresent(host -> fields.put(name + "host", host));
      get.scheme().ifPresent(scheme -> fields.put(name + "scheme", scheme));
      if (!get.httpHeaders().isEmpty()) {
        fields.put(
            name + "httpHeaders",
            get.httpHeaders().stream()
                .map(ProbeFieldTable::header)
                .collect(Collectors.joining(", ")));
      }
    } else if (handler instanceof TcpSocket socket) {
      fields.put(name + "port", socket.port().toString());
      socket.host().ifPresent(host -> fields.put(name + "host", host));
    } else if (handler instanceof Grpc grpc) {
      fields.put(name + "port", Integer.toString(grpc.port()));
      grpc.service().ifPresent(service -> fields.put(name + "service", Words.quote(service)));
    } else if (handler instanceof Exec exec) {
      fields.put(
          name + "command",
          exec.command().stream().map(Words::quote).collect(Collectors.joining(" ")));
    }
  }

  private static String header(HttpHeader header) {
    return header.name() + ": " + Words.quote(header.value());
  }
}
