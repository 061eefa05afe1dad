package dev.sonde.manifests.merge;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.report.PlacedFinding;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.workload.DeclaredPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Looks at the probes that only the manifest declares: one that asks the port that the code serves
 * must ask a path that it serves.
 */
final class Endpoints {

  private final Target target;
  private final ProbeSet probes;
  private final PortNames names;

  private Endpoints(Target target, ProbeSet probes) {
    this.target = target;
    this.probes = probes;
    this.names = new PortNames(DeclaredPorts.of(target.node()), probes.ports());
  }

  static List<PlacedFinding> check(Target target, ProbeSet probes) {
    return new Endpoints(target, probes).check();
  }

  private List<PlacedFinding> check() {
    List<PlacedFinding> findings = new ArrayList<>();
    for (ProbeKind kind : ProbeKind.values()) {
      if (probes.probe(kind).isEmpty()) {
        httpGet(kind).ifPresent(httpGet -> check(kind, httpGet, findings));
      }
    }
    return findings;
  }

  private Optional<MappingNode> httpGet(ProbeKind kind) {
    return target
        .node()
        .get(kind.fieldName())
        .filter(MappingNode.class::isInstance)
        .flatMap(probe -> ((MappingNode) probe).get("httpGet"))
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  private void check(ProbeKind kind, MappingNode httpGet, List<PlacedFinding> findings) {
    for (ContainerPort port : probes.ports()) {
      SortedSet<String> served = served(port);
      String path = path(httpGet);
      if (!served.isEmpty() && asks(httpGet, port) && !served.contains(path)) {
        String field = kind.fieldName() + ".httpGet.path";
        findings.add(
            target
                .place(httpGet)
                .finding(
                    MergeRules.ENDPOINT_MISSING.finding(
                        target.path(field),
                        field
                            + " of container \""
                            + target.containerName()
                            + "\" in "
                            + target.workload().text()
                            + " is "
                            + path
                            + "; on port "
                            + port.containerPort()
                            + " the code serves "
                            + served.stream().collect(joining(", "))
                            + ".",
                        "Ask one of these, or declare the probe in the code.")));
      }
    }
  }

  private SortedSet<String> served(ContainerPort port) {
    SortedSet<String> paths = new TreeSet<>();
    for (ProbeKind kind : ProbeKind.values()) {
      probes
          .probe(kind)
          .flatMap(probe -> probe.handler())
          .filter(handler -> isServedAt(handler, port))
          .ifPresent(handler -> paths.add(withoutQuery(((HttpGet) handler).effectivePath())));
    }
    return paths;
  }

  private boolean isServedAt(Handler handler, ContainerPort port) {
    return handler instanceof HttpGet http && names.same(value(http.port()), value(port));
  }

  private boolean asks(MappingNode httpGet, ContainerPort port) {
    Optional<Node> asked = httpGet.get("port");
    return asked.isPresent() && names.same(Values.of(asked.get()), value(port));
  }

  private static YamlNode value(ContainerPort port) {
    return new YamlNumber(port.containerPort());
  }

  private static YamlNode value(Port port) {
    return port instanceof Port.Numbered numbered
        ? new YamlNumber(numbered.number())
        : new YamlText(port.toString());
  }

  private static String path(MappingNode httpGet) {
    String path =
        httpGet
            .get("path")
            .map(Values::of)
            .filter(YamlText.class::isInstance)
            .map(text -> ((YamlText) text).value())
            .filter(text -> !text.isEmpty())
            .orElse(HttpGet.DEFAULT_PATH);
    return withoutQuery(path);
  }

  private static String withoutQuery(String path) {
    return Arrays.asList(path.split("[?#]", 2)).get(0);
  }
}
