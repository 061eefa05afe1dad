package dev.sonde.manifests.merge.record;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.splice.NodeValues;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import dev.sonde.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file in which merging keeps what it wrote. */
final class MergeRecordReader {

  private static final String REMEDY =
      "Restore the record from version control, or delete it: then what was merged before counts as"
          + " the manifests' own.";

  private MergeRecordReader() {}

  static MergeRecord read(ManifestFile file) {
    byte[] bytes = file.bytes();
    if (bytes.length == 0) {
      return MergeRecord.EMPTY;
    }
    SondeDocument document = SondeDocument.generated(file.name(), bytes, MergeRecord.KIND, REMEDY);
    List<YamlTreeNode> entries = JsonReader.of(document.root()).list("containers", entry -> entry);
    Map<MergeRecord.Key, MergeRecord.Owned> containers = new LinkedHashMap<>();
    for (YamlTreeNode entry : entries) {
      JsonReader fields = JsonReader.of(entry);
      containers.put(
          new MergeRecord.Key(
              required(fields, "file", entry, document),
              required(fields, "kind", entry, document),
              fields.text("namespace").orElse(""),
              fields.text("workload").orElse(""),
              fields.text("container").orElse("")),
          new MergeRecord.Owned(
              fields.text("source").orElse(""),
              values(fields, "fields").orElse(Map.of()),
              values(fields, "before")));
    }
    document.mistakes().throwIfAny();
    return new MergeRecord(containers);
  }

  private static String required(
      JsonReader fields, String name, YamlTreeNode entry, SondeDocument document) {
    Optional<String> text = fields.text(name);
    if (text.isEmpty()) {
      document
          .mistakes()
          .add(
              entry.start(),
              InputRules.FIELD_MISSING.finding(
                  FieldPath.of(name), "this entry has no " + name + ".", REMEDY));
    }
    return text.orElse("");
  }

  private static Optional<Map<String, YamlNode>> values(JsonReader entry, String name) {
    return entry
        .collection(name)
        .filter(MappingNode.class::isInstance)
        .map(node -> NodeValues.map((MappingNode) node).entries());
  }
}
