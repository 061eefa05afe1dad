package dev.sonde.manifests.merge.internal.check;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNames;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlNumber;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which paths the code serves, by port.
 *
 * @param paths without their queries
 */
record ServedByPort(SortedMap<Integer, SortedSet<String>> paths) {

  static ServedByPort by(MergeTarget target, ProbeSet probes) {
    PortNames names = new PortNames(ManifestPorts.of(target.node()), probes.ports());
    SortedMap<Integer, SortedSet<String>> paths = new TreeMap<>();
    for (ContainerPort port : probes.ports()) {
      for (ProbeKind kind : ProbeKind.values()) {
        probes
            .probe(kind)
            .flatMap(probe -> probe.handler())
            .filter(handler -> asks(handler, port, names))
            .map(handler -> ManifestRequest.withoutQuery(((HttpGet) handler).effectivePath()))
            .ifPresent(
                path ->
                    paths.computeIfAbsent(port.containerPort(), p -> new TreeSet<>()).add(path));
      }
    }
    return new ServedByPort(paths);
  }

  private static boolean asks(Handler handler, ContainerPort port, PortNames names) {
    return handler instanceof HttpGet http
        && names.same(http.port().toField(), new YamlNumber(port.containerPort()));
  }
}
