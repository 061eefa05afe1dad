package dev.sonde.manifests.environment;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the generated code answers on the port that it serves. */
final class ServedPaths {

  private final ContainerPort port;
  private final SortedSet<String> paths = new TreeSet<>();

  /**
   * @param declared the probes as the code declares them
   * @param port a port that these probes need
   */
  ServedPaths(ProbeSet declared, ContainerPort port) {
    this.port = port;
    for (Probe probe : declared.probes().values()) {
      probe.handler().filter(this::isAsked).ifPresent(handler -> paths.add(path(handler)));
    }
  }

  SortedSet<String> paths() {
    return paths;
  }

  /** Tells whether a probe asks the port for something that is not there. */
  boolean lacks(Probe probe) {
    return !paths.isEmpty()
        && probe.handler().filter(this::isAsked).filter(h -> !paths.contains(path(h))).isPresent();
  }

  private boolean isAsked(Handler handler) {
    return handler instanceof HttpGet httpGet
        && (httpGet.port().equals(Port.of(port.containerPort()))
            || port.name().map(Port::named).filter(httpGet.port()::equals).isPresent());
  }

  private static String path(Handler handler) {
    String path = ((HttpGet) handler).effectivePath();
    int end = 0;
    while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
      end++;
    }
    return path.substring(0, end);
  }
}
