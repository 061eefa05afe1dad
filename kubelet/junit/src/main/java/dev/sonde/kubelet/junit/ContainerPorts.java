package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The ports that an application will listen on: what its container declares, and what is asked. */
final class ContainerPorts {

  private static final int LOOKS = 10;
  private static final long PAUSE_MILLIS = 50;

  private final String container;
  private final Map<Integer, String> ports = new TreeMap<>();

  ContainerPorts(ContainerSpec spec, Optional<RequestUrl> traffic) {
    this.container = spec.name().orElse("");
    traffic.ifPresent(url -> ports.put(url.port(), "where traffic goes"));
    spec.probes()
        .forEach(
            (kind, probe) ->
                probe
                    .handler()
                    .flatMap(Handler::dialledPort)
                    .ifPresent(port -> add(port.asNumber(), "of its " + kind.word() + " probe")));
    for (ContainerPort port : spec.ports()) {
      ports.put(
          port.containerPort(), port.name().map(name -> "\"" + name + "\"").orElse("declared"));
    }
  }

  private void add(OptionalInt number, String use) {
    number.ifPresent(port -> ports.put(port, use));
  }

  Set<Integer> numbers() {
    return ports.keySet();
  }

  /**
   * Makes sure that nobody listens yet: the probes would be answered by somebody else.
   *
   * @throws IllegalStateException if somebody does
   */
  void demandFree() {
    ports.forEach(
        (port, use) -> {
          if (!becomesFree(port)) {
            throw new IllegalStateException(
                ("port %d (%s) of container \"%s\" is in use on this machine already. Stop what"
                        + " listens there, or give the application another port.")
                    .formatted(port, use, container));
          }
        });
  }

  /** What an earlier test killed may need a moment to let go. */
  private static boolean becomesFree(int port) {
    for (int look = 0; look < LOOKS; look++) {
      if (isFree(port)) {
        return true;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static boolean isFree(int port) {
    if (port < 1 || port > 65535) {
      return true;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
