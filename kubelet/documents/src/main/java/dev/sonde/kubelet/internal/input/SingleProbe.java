package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One probe and the ports whose names it may use. In a file it is written as in a container: {@code
 * httpGet: {...}}, {@code timeoutSeconds: 1}, with {@code ports} beside it; or it is one of the
 * probes of a container.
 *
 * @param probe the probe
 * @param ports the ports
 */
public record SingleProbe(Probe probe, List<ContainerPort> ports) {

  /** Copies the ports, so that the value stays what it was. */
  public SingleProbe {
    ports = List.copyOf(ports);
  }

  /**
   * {@return the probe in a file}
   *
   * @param file a probe, a probe-set document, or a manifest
   * @param kind which probe of a container; unset means the only one
   * @param choice which container of the file
   * @throws IOException if the file cannot be read
   * @throws UnreadableDocumentException if it holds no such probe
   */
  public static SingleProbe read(Path file, Optional<ProbeKind> kind, ContainerChoice choice)
      throws IOException {
    YamlStream stream = YamlStream.parse(BoundedBytes.of(file));
    if (stream.documents().size() == 1
        && stream.documents().get(0).root() instanceof MappingNode root
        && JsonReader.of(root).names().stream().anyMatch(SingleProbe::isOfProbe)) {
      return new LoneProbe(Mistakes.in(file.toString(), stream), root).read(kind);
    }
    ProbedContainer found = ContainerSource.read(file, choice);
    return new SingleProbe(
        ofContainer(file.toString(), found.container().probes(), kind, choice),
        found.container().ports());
  }

  /** A document with such a field at its top is a probe. The grace period is a set's field too. */
  private static boolean isOfProbe(String field) {
    return ActionType.named(field).filter(ActionType.OF_PROBES::contains).isPresent()
        || ProbeField.named(field)
            .filter(number -> number != ProbeField.TERMINATION_GRACE_PERIOD_SECONDS)
            .isPresent();
  }

  private static Probe ofContainer(
      String file, Map<ProbeKind, Probe> probes, Optional<ProbeKind> kind, ContainerChoice choice) {
    return choice.only(
        file,
        "probe",
        probes.entrySet().stream()
            .filter(probe -> kind.isEmpty() || kind.get() == probe.getKey())
            .map(Map.Entry::getValue)
            .toList(),
        probes.keySet().stream().map(ProbeKind::word).toList());
  }
}
