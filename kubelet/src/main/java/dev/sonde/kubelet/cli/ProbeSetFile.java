package dev.sonde.kubelet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sonde.manifests.fabric8.Fabric8Probes;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the document that the annotation processor writes. */
final class ProbeSetFile {

  private ProbeSetFile() {}

  /**
   * Reads a document.
   *
   * @throws IOException if the file cannot be read or is no YAML
   * @throws IllegalArgumentException if it is another kind of document
   */
  static ProbeSet read(Path file) throws IOException {
    JsonNode document = new YAMLMapper().readTree(Files.readString(file));
    String version = document.path("apiVersion").asText();
    String kind = document.path("kind").asText();
    if (!version.equals(ProbeSetDocument.API_VERSION) || !kind.equals(ProbeSetDocument.KIND)) {
      throw new IllegalArgumentException(
          "apiVersion \""
              + version
              + "\", kind \""
              + kind
              + "\" is not a set of probes; expected "
              + ProbeSetDocument.API_VERSION
              + ", "
              + ProbeSetDocument.KIND
              + ".");
    }
    ProbeSet probes =
        ProbeSet.forContainer(
            text(document, "container").map(ContainerRef::named).orElse(ContainerRef.ONLY));
    for (JsonNode port : document.path("ports")) {
      probes =
          probes.with(new ContainerPort(text(port, "name"), port.path("containerPort").asInt()));
    }
    for (ProbeKind probe : ProbeKind.values()) {
      JsonNode block = document.path(probe.fieldName());
      if (block.isObject()) {
        Probe written = new YAMLMapper().treeToValue(block, Probe.class);
        probes = probes.with(probe, Fabric8Probes.fromFabric8(written));
      }
    }
    return probes;
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
  }
}
