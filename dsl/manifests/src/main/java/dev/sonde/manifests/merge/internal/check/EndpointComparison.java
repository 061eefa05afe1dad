package dev.sonde.manifests.merge.internal.check;

import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.NameSuggestions;
import dev.sonde.manifests.merge.internal.assign.PortNames;
import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.merge.internal.edit.ContainerMerge;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Port;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.MergeRules;
import dev.sonde.rules.Rule;
import dev.sonde.yaml.YamlText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds what the code serves against what the rest of the pod asks for: the probes that only the
 * manifest declares, and the ports of other containers.
 */
public final class EndpointComparison {

  private final MergeTarget target;
  private final ProbeSet probes;
  private final ServedByPort served;

  private EndpointComparison(MergeTarget target, ProbeSet probes) {
    this.target = target;
    this.probes = probes;
    this.served = ServedByPort.by(target, probes);
  }

  /**
   * {@return what does not fit}
   *
   * @param container a container whose code declares probes
   * @param declared whether the code declares what is asked, here or in another container
   */
  public static List<PlacedFinding> check(
      ContainerMerge container, Predicate<ManifestRequest> declared) {
    EndpointComparison endpoints =
        new EndpointComparison(container.plan().target(), container.probes());
    Stream<PlacedFinding> asked =
        ManifestRequest.inPodOf(endpoints.target)
            .filter(declared.negate())
            .flatMap(one -> endpoints.judge(one).stream());
    return Stream.of(asked, endpoints.unknownNames(), endpoints.takenPorts())
        .flatMap(findings -> findings)
        .toList();
  }

  /**
   * The code's own probes by name, where neither code nor manifest gives the name a number. A chart
   * has its ports in its templates.
   */
  private Stream<PlacedFinding> unknownNames() {
    if (target.inValues()) {
      return Stream.empty();
    }
    PortNames known = new PortNames(ManifestPorts.of(target.node()), probes.ports());
    return Arrays.stream(ProbeKind.values())
        .flatMap(
            kind ->
                probes.probe(kind).stream()
                    .flatMap(probe -> probe.handler().stream())
                    .flatMap(handler -> handler.dialledPort().flatMap(Port::asName).stream())
                    .filter(name -> known.number(new YamlText(name)).isEmpty())
                    .map(name -> unknownName(kind, name)));
  }

  private PlacedFinding unknownName(ProbeKind kind, String name) {
    List<String> declared =
        ManifestPorts.of(target.node()).stream().flatMap(port -> port.name().stream()).toList();
    return target
        .place()
        .finding(
            MergeRules.PORT_NAME.finding(
                target.path(kind.fieldName()),
                kind.fieldName()
                    + " of container \""
                    + target.containerName()
                    + "\" in "
                    + target.workload().text()
                    + " asks port \""
                    + name
                    + "\", which the container does not declare.",
                NameSuggestions.of(
                    name, declared, "Declare it there, or among the ports of the probes.")));
  }

  private Optional<PlacedFinding> judge(ManifestRequest asked) {
    Optional<Integer> port = portOf(asked);
    SortedSet<String> here =
        port.flatMap(number -> Optional.ofNullable(served.paths().get(number)))
            .orElseGet(TreeSet::new);
    if (asked.handler().equals(ManifestRequest.GRPC)) {
      return here.isEmpty() ? Optional.empty() : Optional.of(otherProtocol(asked));
    }
    if (!here.isEmpty()) {
      return here.contains(asked.path()) ? Optional.empty() : Optional.of(otherPath(asked, here));
    }
    return port.isEmpty() ? Optional.empty() : otherPort(asked, port.get());
  }

  /** The port's number: a name is the one that the asked container gives it. */
  private Optional<Integer> portOf(ManifestRequest asked) {
    boolean own = asked.target().node() == target.node();
    PortNames names =
        new PortNames(ManifestPorts.of(asked.target().node()), own ? probes.ports() : List.of());
    return asked.port().flatMap(port -> names.number(port));
  }

  private PlacedFinding otherPath(ManifestRequest asked, SortedSet<String> here) {
    return finding(
        MergeRules.ENDPOINT_MISSING,
        asked,
        "path",
        asked.text("path")
            + " is "
            + asked.path()
            + "; on port "
            + portOf(asked).orElseThrow()
            + " the code serves "
            + String.join(", ", here)
            + ".",
        "Ask one of these, or declare the probe in the code.");
  }

  private PlacedFinding otherProtocol(ManifestRequest asked) {
    return finding(
        MergeRules.ENDPOINT_MISSING,
        asked,
        "port",
        asked.text("port")
            + " is "
            + portOf(asked).orElseThrow()
            + ", on which the code serves HTTP.",
        "Ask by httpGet, or another port.");
  }

  private Optional<PlacedFinding> otherPort(ManifestRequest asked, int port) {
    if (asked.target().node() != target.node()) {
      return Optional.empty();
    }
    return served.paths().entrySet().stream()
        .filter(entry -> entry.getValue().contains(asked.path()))
        .findFirst()
        .filter(entry -> !asked.path().equals("/"))
        .map(
            entry ->
                finding(
                    MergeRules.ENDPOINT_PORT,
                    asked,
                    "port",
                    asked.text("port")
                        + " is "
                        + port
                        + "; the code serves "
                        + asked.path()
                        + " on "
                        + entry.getKey()
                        + ".",
                    "Ask that port, or leave it if something else answers there."));
  }

  /** Containers of a pod share one network: a port is one container's. */
  private Stream<PlacedFinding> takenPorts() {
    return target.workload().containers().stream()
        .filter(container -> container.node() != target.node())
        .flatMap(other -> ManifestPorts.items(other.node()).flatMap(item -> taken(other, item)));
  }

  private Stream<PlacedFinding> taken(ContainerNode other, MappingNode item) {
    return ManifestPorts.read(item).stream()
        .filter(port -> isServed(port.containerPort()))
        .map(
            port ->
                MergeRules.PORT_TAKEN.finding(
                    target.path(PortNodes.FIELD),
                    "container \""
                        + other.name().orElse("")
                        + "\" in "
                        + target.workload().text()
                        + " declares port "
                        + port.containerPort()
                        + ", which the code of container \""
                        + target.containerName()
                        + "\" serves.",
                    "Give one of them another port."))
        .map(finding -> target.place(item).finding(finding));
  }

  private boolean isServed(int port) {
    return probes.ports().stream().map(ContainerPort::containerPort).anyMatch(p -> p == port);
  }

  private static PlacedFinding finding(
      Rule rule, ManifestRequest asked, String field, String message, String remedy) {
    return asked
        .target()
        .place(asked.node())
        .finding(rule.finding(asked.target().path(asked.field(field)), message, remedy));
  }
}
