package dev.sonde.manifests.merge.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.MergeRecord.Owned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The files in which merging keeps what it wrote, as one record. In a file, manifests and sources
 * are named as they lie from there; in the record, as messages name them.
 */
public final class RecordFiles {

  private final RecordPlace place;
  private final FileNames names;
  private final Map<Path, ManifestFile> before = new TreeMap<>();
  private final Map<MergeRecord.Key, Owned> record = new LinkedHashMap<>();
  private final Map<MergeRecord.Key, Owned> ofOtherManifests = new LinkedHashMap<>();

  private RecordFiles(RecordPlace place, FileNames names) {
    this.place = place;
    this.names = names;
  }

  /**
   * {@return the records that concern the manifests}
   *
   * @throws IOException if a file exists and cannot be read
   * @throws IllegalArgumentException if a file is no record
   */
  public static RecordFiles read(RecordPlace place, FileNames names, List<ManifestFile> manifests)
      throws IOException {
    RecordFiles files = new RecordFiles(place, names);
    Set<String> given = manifests.stream().map(ManifestFile::name).collect(Collectors.toSet());
    for (ManifestFile manifest : manifests) {
      Optional<Path> file = place.of(manifest.path());
      if (file.isPresent() && !files.before.containsKey(file.get()) && Files.exists(file.get())) {
        files.read(file.get(), given);
      }
    }
    return files;
  }

  private void read(Path file, Set<String> given) throws IOException {
    ManifestFile content = ManifestFile.read(names.of(file), file);
    before.put(file, content);
    FileNames fromThere = FileNames.from(file.resolveSibling(""));
    MergeRecord.parse(content)
        .renamed(name -> names.of(fromThere.path(name)))
        .containers()
        .forEach(
            (key, owned) -> {
              boolean another = !given.contains(key.file()) && Files.exists(names.path(key.file()));
              (another ? ofOtherManifests : record).put(key, owned);
            });
  }

  /** What earlier merges wrote into the manifests, and into those that are not there any more. */
  public MergeRecord record() {
    return new MergeRecord(record);
  }

  /**
   * What has to be written before any manifest: whatever happens in between, the files know all
   * that merges wrote, and what stood there before.
   */
  public List<FileChange> changesUntil(MergeRecord after) {
    return changesTo(record().and(after));
  }

  /** What has to be written so that the files hold another record. */
  public List<FileChange> changesTo(MergeRecord after) {
    Map<Path, Map<MergeRecord.Key, Owned>> byFile = new TreeMap<>();
    before.keySet().forEach(file -> byFile.put(file, new LinkedHashMap<>()));
    add(ofOtherManifests, byFile);
    add(after.containers(), byFile);
    List<FileChange> changes = new ArrayList<>();
    byFile.forEach((file, containers) -> changes.add(change(file, new MergeRecord(containers))));
    return changes;
  }

  private void add(
      Map<MergeRecord.Key, Owned> containers, Map<Path, Map<MergeRecord.Key, Owned>> byFile) {
    containers.forEach(
        (key, owned) ->
            place
                .of(names.path(key.file()))
                .ifPresent(
                    file ->
                        byFile.computeIfAbsent(file, f -> new LinkedHashMap<>()).put(key, owned)));
  }

  private FileChange change(Path file, MergeRecord content) {
    FileNames fromThere = FileNames.from(file.resolveSibling(""));
    UnaryOperator<String> rename = name -> fromThere.relative(names.path(name));
    byte[] after = content.renamed(rename).toYaml().getBytes(UTF_8);
    ManifestFile old = before.get(file);
    return old == null ? FileChange.create(file, after) : FileChange.of(file, old.bytes(), after);
  }
}
