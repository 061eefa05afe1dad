package dev.sonde.manifests.merge.record;

import static java.util.Comparator.comparing;

import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.model.WorkloadRef;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What merging wrote into manifests, so that it can take that away again once the code does not say
 * it any more, and only that.
 *
 * <p>It is kept in a file beside the manifests and not in them: a workload's annotations would
 * reach the cluster, a comment would have to share the user's own, and neither may change a byte
 * outside the probes. The values are kept with the fields, so that what somebody changed since is
 * known to be theirs.
 *
 * @param containers what was written, by container
 */
public record MergeRecord(Map<Key, Owned> containers) {

  /** The usual name of the file; it does not end like a manifest, so that nobody applies it. */
  public static final String FILE_NAME = "sonde.lock";

  /** Nothing was written yet. */
  public static final MergeRecord EMPTY = new MergeRecord(Map.of());

  static final String API_VERSION = "sonde.dev/v1";
  static final String KIND = "MergeRecord";

  private static final List<String> COMMENT =
      List.of(
          "What Sonde's merge wrote into the manifests, so that it can take it away again.",
          "Generated; keep it under version control.");

  /**
   * One container.
   *
   * @param file the file's name
   * @param kind the workload's kind
   * @param namespace the workload's namespace; may be empty
   * @param workload the workload's name; may be empty
   * @param container the container's name; may be empty
   */
  public record Key(String file, String kind, String namespace, String workload, String container) {

    public WorkloadRef reference() {
      return new WorkloadRef(
          Optional.of(kind), Optional.of(workload).filter(name -> !name.isEmpty()));
    }

    Key in(String otherFile) {
      return new Key(otherFile, kind, namespace, workload, container);
    }

    boolean isSameContainer(Key other) {
      return other.in(file).equals(this);
    }
  }

  /**
   * What was written into a container.
   *
   * @param source where it was declared; empty if that is not known
   * @param fields the fields, by path, and their values
   * @param before what the manifest had, by path, where something else was written or taken away;
   *     unset if that is not known, because an older version of Sonde kept no account of it
   */
  public record Owned(
      String source, Map<String, YamlNode> fields, Optional<Map<String, YamlNode>> before) {

    /** Nothing was written, and so nothing was lost. */
    public static final Owned NOTHING = new Owned("", Map.of(), Optional.of(Map.of()));

    /** Copies the maps, in a fixed order. */
    public Owned {
      fields = Collections.unmodifiableMap(new TreeMap<>(fields));
      before = before.map(values -> Collections.unmodifiableMap(new TreeMap<>(values)));
    }

    /** {@return what the manifest had, as far as it is known} */
    public Map<String, YamlNode> knownBefore() {
      return before.orElse(Map.of());
    }

    private Owned and(Owned after) {
      Map<String, YamlNode> allFields = new TreeMap<>(fields);
      allFields.putAll(after.fields);
      Map<String, YamlNode> allBefore = new TreeMap<>(after.knownBefore());
      allBefore.putAll(knownBefore());
      boolean known = before.isPresent() && after.before.isPresent();
      return new Owned(
          after.source,
          allFields,
          known || !allBefore.isEmpty() ? Optional.of(allBefore) : Optional.empty());
    }

    /** {@return whether nothing of it is Sonde's business any more} */
    public boolean isEmpty() {
      return fields.isEmpty() && knownBefore().isEmpty();
    }
  }

  /** Copies the map, in a fixed order. */
  public MergeRecord {
    Map<Key, Owned> sorted =
        new TreeMap<>(
            comparing(Key::file)
                .thenComparing(Key::kind)
                .thenComparing(Key::namespace)
                .thenComparing(Key::workload)
                .thenComparing(Key::container));
    containers.forEach(
        (key, owned) -> {
          if (!owned.isEmpty()) {
            sorted.put(key, owned);
          }
        });
    containers = Collections.unmodifiableMap(sorted);
  }

  /**
   * {@return what was written into a container; if the file was renamed since, what is recorded for
   * its only namesake in a file that is not there any more}
   */
  public Owned owned(Key key, List<String> files) {
    Owned exact = containers.get(key);
    return exact != null ? exact : moved(key, files).map(containers::get).orElse(Owned.NOTHING);
  }

  public Optional<Key> moved(Key key, List<String> files) {
    List<Key> others =
        containers.keySet().stream()
            .filter(other -> other.isSameContainer(key) && !files.contains(other.file()))
            .toList();
    return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }

  /** {@return whether something was written that was declared there} */
  public boolean mentions(String source) {
    return containers.values().stream().anyMatch(owned -> owned.source().equals(source));
  }

  /**
   * {@return this record and another one as one} While files change from what this one says to what
   * the other one says, some of them are as before, and some as after.
   *
   * @param after the other record, which counts where both say something
   */
  MergeRecord and(MergeRecord after) {
    Map<Key, Owned> both = new LinkedHashMap<>(containers);
    after.containers.forEach((key, owned) -> both.merge(key, owned, Owned::and));
    return new MergeRecord(both);
  }

  /** {@return the same with other names for manifests and sources} */
  MergeRecord renamed(UnaryOperator<String> rename) {
    Map<Key, Owned> renamed = new LinkedHashMap<>();
    containers.forEach(
        (key, owned) -> {
          String source = owned.source();
          renamed.put(
              key.in(rename.apply(key.file())),
              new Owned(
                  source.isEmpty() ? source : rename.apply(source),
                  owned.fields(),
                  owned.before()));
        });
    return new MergeRecord(renamed);
  }

  /** {@return the record as a file's text; empty if nothing is recorded} */
  public String toYaml() {
    if (containers.isEmpty()) {
      return "";
    }
    List<YamlNode> entries =
        containers.entrySet().stream()
            .<YamlNode>map(entry -> entry(entry.getKey(), entry.getValue()))
            .toList();
    return Yaml.write(
        COMMENT,
        YamlMap.builder()
            .put("apiVersion", API_VERSION)
            .put("kind", KIND)
            .put("containers", new YamlList(entries))
            .build());
  }

  private static YamlMap entry(Key key, Owned owned) {
    YamlMap.Builder entry = YamlMap.builder().put("file", key.file()).put("kind", key.kind());
    Stream.of(
            Map.entry("namespace", key.namespace()),
            Map.entry("workload", key.workload()),
            Map.entry("container", key.container()),
            Map.entry("source", owned.source()))
        .filter(field -> !field.getValue().isEmpty())
        .forEach(field -> entry.put(field.getKey(), field.getValue()));
    entry.put("fields", new YamlMap(owned.fields()));
    owned.before().ifPresent(values -> entry.put("before", new YamlMap(values)));
    return entry.build();
  }

  /**
   * {@return the record that a file holds}
   *
   * @param file the file; one without content is the empty record
   * @throws IllegalArgumentException if it is not such a record; the message names place and remedy
   */
  public static MergeRecord parse(ManifestFile file) {
    return MergeRecordReader.read(file);
  }
}
