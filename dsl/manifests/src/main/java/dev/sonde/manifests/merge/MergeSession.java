package dev.sonde.manifests.merge;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.manifests.files.FileChange;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.files.ManifestFiles;
import dev.sonde.manifests.files.NotWrittenException;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.manifests.lint.EvidenceLint;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.merge.record.RecordFiles;
import dev.sonde.manifests.overlay.BuildTools;
import dev.sonde.manifests.overlay.OverlayBuild;
import dev.sonde.manifests.overlay.OverlayFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One merge or check of files: everything is read once, then planned, then, perhaps, written. */
public final class MergeSession {

  private final MergeInputs inputs;
  private final OverlayFolders overlays;
  private final MergePlan plan;
  private final RecordFiles records;
  private final List<Path> withoutProbes;
  private final Set<Path> folders;

  private MergeSession(
      MergeInputs inputs,
      OverlayFolders overlays,
      MergePlan plan,
      RecordFiles records,
      List<Path> withoutProbes,
      Set<Path> folders) {
    this.inputs = inputs;
    this.overlays = overlays;
    this.plan = plan;
    this.records = records;
    this.withoutProbes = withoutProbes;
    this.folders = folders;
  }

  private static Set<String> patches(List<ManifestFile> files, OverlayFolders overlays) {
    return files.stream()
        .filter(file -> overlays.isPatch(file.path()))
        .map(ManifestFile::name)
        .collect(Collectors.toSet());
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
    FileNames names = FileNames.from(inputs.root());
    List<ManifestFile> files = new ArrayList<>(inputs.texts());
    files.addAll(new ManifestFiles(names::of, inputs.filter()).read(inputs.manifests()));
    if (files.isEmpty() && !inputs.declared().probes().isEmpty()) {
      throw UnreadableFileException.of(
          inputs.manifests().stream().map(names::of).collect(joining(", ")),
          "there is no file in it that ends in .yaml, .yml or .json and that the patterns mean.",
          "Name another one, or correct the patterns.");
    }
    OverlayFolders overlays = OverlayFolders.in(inputs.manifests(), inputs.filter());
    RecordFiles records = RecordFiles.read(inputs.record(), names, files);
    MergeRecord record = records.record();
    MergePlan plan =
        new ManifestMerge(files, inputs.declared(), names, inputs.options(), record)
            .withPatches(patches(files, overlays))
            .judged();
    return new MergeSession(
        inputs,
        overlays,
        plan,
        records,
        withoutProbes(inputs.declared(), names, record),
        folders(files, inputs));
  }

  /** Where a merge that was killed may have left something. */
  private static Set<Path> folders(List<ManifestFile> files, MergeInputs inputs) {
    Set<Path> folders = new TreeSet<>();
    for (ManifestFile file : files) {
      if (!inputs.texts().contains(file)) {
        Path path = file.path().toAbsolutePath();
        folders.add(path.resolveSibling(""));
        inputs.record().of(path).ifPresent(record -> folders.add(record.resolveSibling("")));
      }
    }
    return folders;
  }

  private static List<Path> withoutProbes(
      MergedProbes declared, FileNames names, MergeRecord record) {
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
   * {@return the same, with what is wrong in what the cluster gets: each overlay and each chart
   * among the folders is built, and held against what the code declares} One that is not built is a
   * warning, one that a tool refuses to build an error.
   *
   * @param tools what builds overlays and charts
   */
  public MergePlan built(BuildTools tools) {
    return built(OverlayBuild.of(overlays, tools, FileNames.from(inputs.root())::of, true));
  }

  /**
   * {@return the same, where the overlays and charts are built already}
   *
   * @param build what came of them
   */
  MergePlan built(OverlayBuild build) {
    return new OverlayCheck(FileNames.from(inputs.root()), inputs.declared(), inputs.options())
        .check(withoutIngredients(build), build)
        .and(
            EvidenceLint.in(
                inputs.manifests(),
                folders,
                inputs.root(),
                inputs.filter(),
                inputs.options().releases()));
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
    return inputs.texts();
  }

  /**
   * Where overlays are built, a patch is part of what is built, and needs to say nothing itself; so
   * is a template where charts are rendered.
   */
  private MergePlan withoutIngredients(OverlayBuild build) {
    if (build.manifests().isEmpty()) {
      return plan;
    }
    boolean rendered = build.sawAllCharts();
    return new MergePlan(
        plan.files().stream().filter(file -> !isIngredient(file.file().name(), rendered)).toList(),
        plan.changes().stream()
            .filter(change -> !isIngredient(change.place().file(), rendered))
            .toList(),
        plan.inconsistencies().stream()
            .filter(found -> !isIngredient(found.file(), rendered))
            .toList(),
        plan.refusals().stream().filter(found -> !(rendered && isTemplate(found.file()))).toList(),
        plan.record(),
        plan.compared().stream().filter(one -> !isIngredient(one.file(), rendered)).toList());
  }

  private boolean isIngredient(String file, boolean rendered) {
    return overlays.isPatch(inputs.root().resolve(file)) || (rendered && isTemplate(file));
  }

  private boolean isTemplate(String file) {
    return overlays.isTemplate(inputs.root().resolve(file));
  }

  /** {@return the places that declare no probes, and whose probes nobody ever merged} */
  public List<Path> withoutProbes() {
    return withoutProbes;
  }

  /**
   * Writes the manifests and the record, all or none, and takes away what a merge that was killed
   * left beside them. A file whose bytes stay the same is not touched; texts that are no files are
   * not written, see {@link #merged}.
   *
   * @throws NotWrittenException if a file cannot be written
   * @throws IllegalStateException if the plan has refusals
   */
  public void write() throws NotWrittenException {
    if (!plan.refusals().isEmpty()) {
      throw new IllegalStateException("the plan is refused: " + plan.refusals().get(0));
    }
    AllOrNothing.discardStale(folders);
    AllOrNothing.write(firstChanges(), changes());
  }

  /** The record as it is true while the manifests change; nothing if none of them does. */
  List<FileChange> firstChanges() {
    return plan.files().isEmpty() ? List.of() : records.changesUntil(plan.record());
  }

  /** The manifests, then the record's last word. */
  List<FileChange> changes() {
    List<FileChange> changes = new ArrayList<>();
    for (FilePlan file : plan.files()) {
      if (!texts().contains(file.file())) {
        changes.add(FileChange.of(file.file().path(), file.file().bytes(), file.bytes()));
      }
    }
    changes.addAll(records.changesTo(plan.record()));
    return changes;
  }
}
