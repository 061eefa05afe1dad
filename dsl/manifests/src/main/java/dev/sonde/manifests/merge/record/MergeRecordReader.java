package dev.sonde.manifests.merge.record;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.splice.Values;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file in which merging keeps what it wrote. */
final class MergeRecordReader {

  private final ManifestFile file;
  private final YamlStream stream;

  private MergeRecordReader(ManifestFile file, YamlStream stream) {
    this.file = file;
    this.stream = stream;
  }

  static MergeRecord read(ManifestFile file) {
    YamlStream stream = YamlStream.parse(file.bytes());
    return new MergeRecordReader(file, stream).read();
  }

  private MergeRecord read() {
    stream.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw refused(problem.position().line(), problem.text());
            });
    List<Document> documents = stream.documents();
    if (documents.isEmpty()) {
      return MergeRecord.EMPTY;
    }
    Node root = documents.get(0).root();
    String apiVersion = text(root, "apiVersion").orElse("");
    if (!apiVersion.equals(MergeRecord.API_VERSION)
        || !text(root, "kind").equals(Optional.of(MergeRecord.KIND))) {
      throw refused(
          line(root),
          "it is not a "
              + MergeRecord.KIND
              + " of "
              + MergeRecord.API_VERSION
              + ", the only version that this one knows.");
    }
    Map<MergeRecord.Key, MergeRecord.Owned> containers = new LinkedHashMap<>();
    for (Node entry : items(root)) {
      containers.put(
          key(entry),
          new MergeRecord.Owned(text(entry, "source").orElse(""), fields(entry), before(entry)));
    }
    return new MergeRecord(containers);
  }

  private static List<Node> items(Node root) {
    return ((MappingNode) root)
        .get("containers")
        .filter(SequenceNode.class::isInstance)
        .map(list -> ((SequenceNode) list).items())
        .orElse(List.of());
  }

  private MergeRecord.Key key(Node entry) {
    return new MergeRecord.Key(
        required(entry, "file"),
        required(entry, "kind"),
        text(entry, "namespace").orElse(""),
        text(entry, "workload").orElse(""),
        text(entry, "container").orElse(""));
  }

  private String required(Node entry, String field) {
    return text(entry, field).orElseThrow(() -> refused(line(entry), field + " is missing here."));
  }

  private Map<String, YamlNode> fields(Node entry) {
    Node fields =
        entry instanceof MappingNode mapping ? mapping.get("fields").orElse(entry) : entry;
    if (fields instanceof MappingNode mapping && fields != entry) {
      return Values.map(mapping).entries();
    }
    throw refused(line(entry), "fields is missing here.");
  }

  private static Optional<Map<String, YamlNode>> before(Node entry) {
    return entry instanceof MappingNode mapping
        ? mapping
            .get("before")
            .filter(MappingNode.class::isInstance)
            .map(values -> Values.map((MappingNode) values).entries())
        : Optional.empty();
  }

  private static Optional<String> text(Node node, String field) {
    return node instanceof MappingNode mapping
        ? mapping
            .get(field)
            .filter(ScalarNode.class::isInstance)
            .map(value -> ((ScalarNode) value).text())
        : Optional.empty();
  }

  private int line(Node node) {
    return stream.source().position(node.start()).line();
  }

  private IllegalArgumentException refused(int line, String why) {
    return new IllegalArgumentException(
        file.name()
            + ":"
            + line
            + ": the merge record cannot be used: "
            + why
            + " Restore it from version control, or delete it: then what was merged before counts"
            + " as the manifests' own.");
  }
}
