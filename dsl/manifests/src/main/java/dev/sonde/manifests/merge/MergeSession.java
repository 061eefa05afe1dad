package dev.sonde.manifests.merge;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.files.ManifestFiles;
import dev.sonde.manifests.files.Names;
import dev.sonde.manifests.files.NotWrittenException;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.merge.record.RecordFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One merge or check of files: everything is read once, then planned, then, perhaps, written. */
public final class MergeSession {

  private final MergePlan plan;
  private final RecordFiles records;
  private final List<Path> withoutProbes;
  private final List<ManifestFile> texts;

  private MergeSession(
      MergePlan plan, RecordFiles records, List<Path> withoutProbes, List<ManifestFile> texts) {
    this.plan = plan;
    this.records = records;
    this.withoutProbes = withoutProbes;
    this.texts = texts;
  }

  /**
   * Reads the files and plans.
   *
   * @param inputs what to work on
   * @return the session
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if the record of earlier merges is not one; the message names
   *     the place
   */
  public static MergeSession of(MergeInputs inputs) throws IOException {
    Names names = Names.from(inputs.root());
    List<ManifestFile> files = new ArrayList<>(inputs.texts());
    files.addAll(new ManifestFiles(names, inputs.filter()).read(inputs.manifests()));
    if (files.isEmpty() && !inputs.declared().probes().isEmpty()) {
      throw new NoSuchFileException(
          inputs.manifests().stream().map(Path::toString).collect(joining(", ")),
          null,
          "there are no manifests: no file that ends in .yaml, .yml or .json and is meant by the"
              + " patterns");
    }
    RecordFiles records = RecordFiles.read(inputs.record(), names, files);
    MergeRecord record = records.record();
    MergePlan plan = new Merge(files, inputs.declared(), names, inputs.options(), record).judged();
    return new MergeSession(
        plan, records, withoutProbes(inputs.declared(), names, record), inputs.texts());
  }

  private static List<Path> withoutProbes(Declared declared, Names names, MergeRecord record) {
    return declared.sources().stream()
        .filter(source -> source.probes().isEmpty())
        .flatMap(source -> source.path().stream())
        .filter(path -> !record.mentions(names.of(path)))
        .toList();
  }

  /** {@return what is to be done} */
  public MergePlan plan() {
    return plan;
  }

  /**
   * {@return what merging makes of a text that is no file}
   *
   * @param text one of those that were handed in
   */
  public byte[] merged(ManifestFile text) {
    return plan.files().stream()
        .filter(file -> file.file().equals(text))
        .findFirst()
        .map(FilePlan::bytes)
        .orElseGet(text::bytes);
  }

  /** {@return the texts that were handed in and are no files} */
  public List<ManifestFile> texts() {
    return texts;
  }

  /** {@return the places that declare no probes, and whose probes nobody ever merged} */
  public List<Path> withoutProbes() {
    return withoutProbes;
  }

  /**
   * Writes the manifests and the record, all or none. A file whose bytes stay the same is not
   * touched; texts that are no files are not written, see {@link #merged}.
   *
   * @throws NotWrittenException if a file cannot be written
   * @throws IllegalStateException if the plan has refusals
   */
  public void write() throws NotWrittenException {
    if (!plan.refusals().isEmpty()) {
      throw new IllegalStateException("the plan is refused: " + plan.refusals().get(0));
    }
    List<FileChange> changes = new ArrayList<>();
    for (FilePlan file : plan.files()) {
      if (texts.contains(file.file())) {
        continue;
      }
      changes.add(FileChange.of(file.file().path(), file.file().bytes(), file.bytes()));
    }
    changes.addAll(records.changesTo(plan.record()));
    AllOrNothing.write(changes);
  }
}
