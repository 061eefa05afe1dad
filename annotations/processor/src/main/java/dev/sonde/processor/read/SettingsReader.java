package dev.sonde.processor.read;

import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.Port;
import dev.sonde.model.TcpSocket;
import dev.sonde.processor.report.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the parameters that a probe's annotation sets. */
final class SettingsReader {

  private static final List<String> NUMBERS =
      List.of(
          "initialDelaySeconds",
          "timeoutSeconds",
          "periodSeconds",
          "successThreshold",
          "failureThreshold",
          "terminationGracePeriodSeconds",
          Settings.STARTS_WITHIN);

  private static final String EXEC = "exec";

  private SettingsReader() {}

  static Settings read(Written probe) throws Unresolved {
    Map<String, Placed<Long>> numbers = new TreeMap<>();
    for (String name : NUMBERS) {
      Optional<Placed<Long>> number = probe.longNumber(name);
      if (number.isPresent()) {
        numbers.put(name, number.get());
      }
    }
    Map<String, HandlerSetting> handlers = new TreeMap<>();
    for (String name : List.of(EXEC, "httpGet", "tcpSocket", "grpc")) {
      Optional<Written> handler = probe.annotation(name);
      if (handler.isPresent()) {
        handlers.put(name, read(name, handler.get()));
      }
    }
    Optional<Written> heartbeat = probe.annotation("heartbeat");
    if (heartbeat.isPresent()) {
      handlers.put(EXEC, heartbeat(heartbeat.get(), handlers.containsKey(EXEC)));
    }
    return new Settings(numbers, handlers);
  }

  private static HandlerSetting heartbeat(Written heartbeat, boolean besideExec) throws Unresolved {
    Optional<Placed<Integer>> every = heartbeat.number("everySeconds");
    DeclaredHeartbeat declared =
        new DeclaredHeartbeat(
            heartbeat.requiredText("file").value(),
            every.isPresent() ? Optional.of(every.get().value()) : Optional.empty(),
            heartbeat.plainText("classPath"),
            besideExec);
    return new HandlerSetting(
        declared.command(), heartbeat.place(), heartbeat.places(), Optional.of(declared));
  }

  private static HandlerSetting read(String name, Written handler) throws Unresolved {
    Map<String, Place> places = handler.places();
    List<Written> headers = handler.annotations("httpHeaders");
    for (Written header : headers) {
      places.putAll(header.places());
    }
    return new HandlerSetting(
        handlerOf(name, handler, headers), handler.place(), places, Optional.empty());
  }

  private static Handler handlerOf(String name, Written handler, List<Written> headers)
      throws Unresolved {
    return switch (name) {
      case EXEC -> new Exec(handler.texts("value"));
      case "httpGet" ->
          new HttpGet(
              handler.plainText("path"),
              port(handler),
              handler.plainText("host"),
              handler.plainText("scheme"),
              headers(headers));
      case "tcpSocket" -> new TcpSocket(port(handler), handler.plainText("host"));
      default -> new Grpc(portNumber(handler), handler.plainText("service"));
    };
  }

  private static Port port(Written handler) throws Unresolved {
    Optional<String> name = handler.plainText("portName");
    return name.isPresent() ? Port.named(name.get()) : Port.of(portNumber(handler));
  }

  private static int portNumber(Written handler) throws Unresolved {
    Optional<Placed<Integer>> number = handler.number("port");
    return number.isPresent() ? number.get().value() : 0;
  }

  private static List<HttpHeader> headers(List<Written> headers) throws Unresolved {
    List<HttpHeader> all = new ArrayList<>();
    for (Written header : headers) {
      all.add(
          new HttpHeader(
              header.requiredText("name").value(), header.requiredText("value").value()));
    }
    return all;
  }
}
