package dev.sonde.manifests.lint;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Handler;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.LintRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The ports of nodes that the workloads of a run take. */
final class NodePorts {

  private static final String TCP = "TCP";

  private record NodePort(int number, String protocol) {}

  /**
   * A port that somebody takes.
   *
   * @param workload its kind and name
   * @param hostIp the node's address that it is taken on; empty for all
   * @param nodes where its pods may be
   */
  private record Claim(String workload, String hostIp, NodeChoice nodes) {

    boolean meets(Claim other) {
      boolean sameAddress =
          hostIp.isEmpty() || other.hostIp.isEmpty() || hostIp.equals(other.hostIp);
      return sameAddress && !workload.equals(other.workload) && !nodes.isApartFrom(other.nodes);
    }
  }

  private final Map<NodePort, List<Claim>> claims = new HashMap<>();

  /** {@return what meets with a workload that came before} */
  List<Finding> add(LintedWorkload workload, PodSpec pod) {
    JsonReader spec = workload.podSpec();
    boolean hostNetwork = spec.truth("hostNetwork").orElse(false);
    Map<NodePort, FieldPath> taken = new LinkedHashMap<>();
    Map<NodePort, String> addresses = new HashMap<>();
    List<JsonReader> containers = spec.objects("containers");
    for (int i = 0; i < containers.size(); i++) {
      FieldPath path = workload.path().field("containers").index(i);
      declared(containers.get(i), path, hostNetwork, taken, addresses);
      if (hostNetwork) {
        probed(pod.containers().get(i), path, taken);
      }
    }
    if (taken.isEmpty() || workload.owner().isPresent()) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>(0);
    NodeChoice nodes = NodeChoice.of(spec);
    taken.forEach(
        (port, path) ->
            add(port, path, new Claim(workload.words(), addresses.getOrDefault(port, ""), nodes))
                .ifPresent(found::add));
    return found;
  }

  private static void declared(
      JsonReader container,
      FieldPath path,
      boolean hostNetwork,
      Map<NodePort, FieldPath> taken,
      Map<NodePort, String> addresses) {
    List<JsonReader> ports = container.objects("ports");
    for (int i = 0; i < ports.size(); i++) {
      JsonReader port = ports.get(i);
      int number = port.int32(hostNetwork ? "containerPort" : "hostPort").orElse(0);
      if (number > 0) {
        NodePort key = new NodePort(number, port.text("protocol").orElse(TCP));
        taken.putIfAbsent(key, path.field("ports").index(i));
        port.text("hostIP").ifPresent(address -> addresses.put(key, address));
      }
    }
  }

  /** What a probe asks on the node's network listens there, declared or not. */
  private static void probed(
      ContainerSpec container, FieldPath path, Map<NodePort, FieldPath> taken) {
    for (Map.Entry<ProbeKind, Probe> probe : container.probes().entrySet()) {
      probe
          .getValue()
          .handler()
          .filter(handler -> handler.dialledHost().filter(host -> !host.isEmpty()).isEmpty())
          .flatMap(Handler::dialledPort)
          .map(Port::asNumber)
          .filter(OptionalInt::isPresent)
          .ifPresent(
              number ->
                  taken.putIfAbsent(
                      new NodePort(number.getAsInt(), TCP),
                      path.field(probe.getKey().fieldName())));
    }
  }

  private Optional<Finding> add(NodePort port, FieldPath path, Claim claim) {
    List<Claim> others = claims.computeIfAbsent(port, key -> new ArrayList<>(1));
    Optional<Finding> finding =
        others.stream().filter(claim::meets).findFirst().map(o -> finding(port, path, claim, o));
    others.add(claim);
    return finding;
  }

  private static Finding finding(NodePort port, FieldPath path, Claim claim, Claim other) {
    return LintRules.HOST_PORT_CLASH.finding(
        path,
        "%s takes port %d (%s) of its node, and so does %s: on a node with both one does not start, or is answered for by the other."
            .formatted(
                FindingWords.visible(claim.workload()),
                port.number(),
                port.protocol(),
                FindingWords.visible(other.workload())),
        "Give each a port of its own, or keep them on different nodes.");
  }
}
