package dev.sonde.manifests.document;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import java.util.List;
import java.util.Optional;

/**
 * Reads a probe-set document strictly: what it does not know, and what Kubernetes would refuse, is
 * a mistake with its place. All mistakes of a document are told at once.
 */
public final class ProbeSetReader {

  private final SourceText source;
  private final Mistakes mistakes;

  private ProbeSetReader(SourceText source) {
    this.source = source;
    this.mistakes = new Mistakes(source);
  }

  /**
   * {@return the probes that a document holds}
   *
   * @param file what to call the document in messages
   * @param text the document
   * @throws UnreadableProbeSetException if anything in it is wrong
   */
  public static ProbeSet read(String file, String text) {
    return read(file, YamlStream.parse(SourceText.of(text)));
  }

  /**
   * {@return the probes that a document holds}
   *
   * @param file what to call the document in messages
   * @param bytes the document, in UTF-8
   * @throws UnreadableProbeSetException if anything in it is wrong
   */
  public static ProbeSet read(String file, byte[] bytes) {
    return read(file, YamlStream.parse(bytes));
  }

  private static ProbeSet read(String file, YamlStream stream) {
    ProbeSetReader reader = new ProbeSetReader(stream.source());
    ProbeSet probes = reader.decode(stream);
    reader.throwMistakes(file);
    // Only what could be read is judged, else a mistake would be told twice.
    reader.judge(probes, stream);
    reader.throwMistakes(file);
    return probes;
  }

  /** Reads without judging: every value that the types can hold. */
  static ProbeSet decode(String file, String text) {
    ProbeSetReader reader = new ProbeSetReader(SourceText.of(text));
    ProbeSet probes = reader.decode(YamlStream.parse(reader.source));
    reader.throwMistakes(file);
    return probes;
  }

  private void throwMistakes(String file) {
    List<Mistake> found = mistakes.inOrder();
    if (!found.isEmpty()) {
      throw new UnreadableProbeSetException(file, found);
    }
  }

  private ProbeSet decode(YamlStream stream) {
    if (!stream.problems().isEmpty()) {
      stream.problems().forEach(mistakes::add);
      return ProbeSet.forOnlyContainer();
    }
    if (stream.documents().size() != 1
        || !(stream.documents().get(0).root() instanceof MappingNode root)) {
      mistakes.add(
          0,
          "probe-set-shape",
          "the file holds " + stream.documents().size() + " documents, or no map of fields.",
          "Write one document with apiVersion, kind, container and the probes.");
      return ProbeSet.forOnlyContainer();
    }
    return decode(root);
  }

  private ProbeSet decode(MappingNode root) {
    Fields fields = new Fields(root, "the document", mistakes);
    if (!version(fields, root)) {
      return ProbeSet.forOnlyContainer();
    }
    WorkloadRef workload = fields.map("workload").map(this::workload).orElse(WorkloadRef.ANY);
    ProbeSet probes = ProbeSet.forContainer(new ContainerRef(fields.text("container"), workload));
    for (Node port : fields.list("ports")) {
      probes = port(port).map(probes::with).orElse(probes);
    }
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<MappingNode> block = fields.map(kind.fieldName());
      if (block.isPresent()) {
        probes = probes.with(kind, new ProbeBlockReader(mistakes).read(kind, block.get()));
      }
    }
    fields.refuseOthers();
    return probes;
  }

  /** Without the right version the rest may mean anything. */
  private boolean version(Fields fields, MappingNode root) {
    Optional<String> version = fields.text("apiVersion");
    Optional<String> kind = fields.text("kind");
    boolean known =
        version.equals(Optional.of(ProbeSetDocument.API_VERSION))
            && kind.equals(Optional.of(ProbeSetDocument.KIND));
    if (!known) {
      int place = root.entry("apiVersion").map(e -> e.value().start()).orElse(root.start());
      mistakes.add(
          place,
          "probe-set-version",
          "apiVersion \"%s\" with kind \"%s\" is not known here."
              .formatted(version.orElse(""), kind.orElse("")),
          "Write apiVersion: %s and kind: %s, or use a newer Sonde."
              .formatted(ProbeSetDocument.API_VERSION, ProbeSetDocument.KIND));
    }
    return known;
  }

  private WorkloadRef workload(MappingNode node) {
    Fields fields = new Fields(node, "workload", mistakes);
    WorkloadRef workload = new WorkloadRef(fields.text("kind"), fields.text("name"));
    fields.refuseOthers();
    return workload;
  }

  private Optional<ContainerPort> port(Node node) {
    if (!(node.resolved() instanceof MappingNode map)) {
      mistakes.wrongType(node, "an element of ports", "a map with containerPort and name");
      return Optional.empty();
    }
    Fields fields = new Fields(map, "ports", mistakes);
    Optional<String> name = fields.text("name");
    int number = fields.int32("containerPort").orElse(0);
    fields.refuseOthers();
    return Optional.of(new ContainerPort(name, number));
  }

  private void judge(ProbeSet probes, YamlStream stream) {
    Node root = stream.documents().get(0).root();
    for (int i = 0; i < probes.ports().size(); i++) {
      judge(probes.ports().get(i), NodeAt.path(root, FieldPath.of("ports").index(i)));
    }
    for (Finding finding : ProbeRules.validate(probes)) {
      Node place = NodeAt.path(root, finding.focus());
      mistakes.add(new Mistake(source.position(place.start()), finding.text()));
    }
  }

  private void judge(ContainerPort port, Node place) {
    int number = port.containerPort();
    if (number < 1 || number > 65535) {
      mistakes.add(
          place.start(),
          "port-range",
          "containerPort " + number + " of a port is outside 1..65535.",
          "Write the number that the container listens on.");
    }
  }
}
