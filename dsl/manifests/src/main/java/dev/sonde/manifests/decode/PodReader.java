package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import java.util.EnumMap;
import java.util.Map;

/** Reads what concerns probes out of a pod spec, as the API server decodes it. */
public final class PodReader {

  private PodReader() {}

  /**
   * {@return what a pod spec says about probes}
   *
   * @param pod a reader of the pod spec; what cannot be decoded in it counts as not written
   */
  public static PodSpec read(JsonReader pod) {
    return new PodSpec(
        pod.list("containers", PodReader::container),
        pod.list("initContainers", PodReader::container),
        pod.list("ephemeralContainers", PodReader::container),
        pod.text("restartPolicy").filter(policy -> !policy.isEmpty()),
        pod.int64("terminationGracePeriodSeconds"),
        pod.object("os").flatMap(os -> os.text("name")).filter(name -> !name.isEmpty()));
  }

  private static ContainerSpec container(YamlTreeNode node) {
    JsonReader container = JsonReader.of(node);
    return new ContainerSpec(
        container.text("name").filter(name -> !name.isEmpty()),
        ContainerRestart.read(container),
        container.list("ports", PodReader::port),
        container.object("lifecycle").map(Lifecycle::read),
        probes(container));
  }

  /**
   * {@return a port that a container declares}
   *
   * @param node the node of the port
   */
  public static ContainerPort port(YamlTreeNode node) {
    JsonReader port = JsonReader.of(node);
    return new ContainerPort(port.text("name"), port.int32("containerPort").orElse(0));
  }

  private static Map<ProbeKind, Probe> probes(JsonReader container) {
    Map<ProbeKind, Probe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      container.object(kind.fieldName()).ifPresent(probe -> probes.put(kind, Probe.read(probe)));
    }
    return probes;
  }
}
