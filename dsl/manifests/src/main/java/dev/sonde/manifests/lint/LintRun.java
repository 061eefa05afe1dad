package dev.sonde.manifests.lint;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.files.ManifestFiles;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.manifests.measured.EvidenceFiles;
import dev.sonde.manifests.measured.EvidenceSet;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.overlay.BuildTools;
import dev.sonde.manifests.overlay.OverlayBuild;
import dev.sonde.manifests.overlay.OverlayFolders;
import dev.sonde.measured.Measurement;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One pass over files that are deployed together: the Services among them tell which pods get
 * traffic. To be used by one thread.
 */
public final class LintRun {

  private final StrictDecoder decoder;
  private final ObjectKinds kinds;
  private final LintSettings settings;
  private final Optional<Path> base;
  private final ServiceSelectors services = new ServiceSelectors();
  private final NodePorts nodePorts = new NodePorts();
  private final List<JudgedObject> judged = new ArrayList<>();
  private final List<Built> built = new ArrayList<>();
  private final EvidenceFiles evidence = new EvidenceFiles(this::name);
  private final Set<String> names = new HashSet<>();
  private Consumer<ManifestText> reader = text -> {};
  private Consumer<PlacedSeries> measured = series -> {};
  private BuildTools tools = BuildTools.NONE;
  private FileFilter filter = FileFilter.ALL;
  private int files;
  private int documents;
  private int workloads;
  private int containers;
  private int passedOver;

  /**
   * What tools built of one folder.
   *
   * @param build the manifests
   * @param evidence what was measured of the containers in them
   */
  private record Built(OverlayBuild build, EvidenceSet evidence) {}

  LintRun(StrictDecoder decoder, LintSettings settings, Optional<Path> base) {
    this.decoder = decoder;
    this.kinds = new ObjectKinds(decoder);
    this.settings = settings;
    this.base = base;
  }

  /**
   * Hands every file that is judged to somebody who reads it, too.
   *
   * @param other takes each file before it is judged
   * @return this run
   */
  public LintRun readBy(Consumer<ManifestText> other) {
    reader = other;
    return this;
  }

  /**
   * Hands what was measured of the containers in files to somebody who shows it.
   *
   * @param other takes the measurements of each container, in the order of the files
   * @return this run
   */
  public LintRun measuredBy(Consumer<PlacedSeries> other) {
    measured = other;
    return this;
  }

  /**
   * Judges overlays and charts in folders as they are built, too.
   *
   * @param builders what builds them; without one each overlay or chart is a warning
   * @return this run
   */
  public LintRun buildWith(BuildTools builders) {
    tools = builders;
    return this;
  }

  /**
   * Judges only some of the files in folders.
   *
   * @param files which
   * @return this run
   */
  public LintRun only(FileFilter files) {
    filter = files;
    return this;
  }

  /**
   * Judges one file.
   *
   * @param file the file
   * @return this run
   */
  public LintRun add(ManifestText file) {
    judge(file, EvidenceSet.none(), false);
    return this;
  }

  /** {@return what is said of templates in it, if that is kept apart} */
  private List<PlacedFinding> judge(ManifestText file, EvidenceSet beside, boolean templatesApart) {
    reader.accept(file);
    FileJudge judge =
        new FileJudge(
            file, decoder, kinds, services, nodePorts, beside, templatesApart, settings.releases());
    judged.addAll(judge.judge());
    judge.measured().forEach(measured);
    files++;
    names.addAll(judge.names());
    documents += judge.documents();
    workloads += judge.workloads();
    containers += judge.containers();
    passedOver += judge.passedOver();
    return judge.templates();
  }

  /**
   * Judges a file or a folder. Of a folder all files that end in {@code .yaml}, {@code .yml} or
   * {@code .json} count, sorted by name, those of its folders too, but for hidden ones. A file of
   * more than 64 MiB is refused; that, and a file that cannot be read, is a finding. So are the
   * templates, all those of a folder together.
   *
   * @param path the file or folder
   * @return this run
   */
  public LintRun add(Path path) {
    boolean folder = Files.isDirectory(path);
    OverlayFolders overlays = folder ? overlays(path) : OverlayFolders.NONE;
    List<PlacedFinding> templates = new ArrayList<>(0);
    boolean any =
        new ManifestFiles(this::name, filter)
            .visit(path, file -> templates.addAll(judge(file, path, overlays, folder)), this::add);
    addTemplates(templates);
    if (!any) {
      add(
          name(path),
          InputRules.FILE_UNREADABLE.finding(
              FieldPath.ROOT,
              filter.equals(FileFilter.ALL)
                  ? "there is no file in it that ends in .yaml, .yml or .json."
                  : "there is no file in it that ends in .yaml, .yml or .json and is not left out.",
              "Name another one."));
    }
    Path root = path.toAbsolutePath().normalize();
    OverlayBuild build =
        OverlayBuild.of(overlays, tools, file -> name(path.resolve(root.relativize(file))), false);
    build.findings().forEach(finding -> judged.add(JudgedObject.of(finding)));
    built.add(
        new Built(
            build, build.manifests().isEmpty() ? EvidenceSet.none() : evidence.near(path, path)));
    return this;
  }

  /**
   * Judges the standard input. More than 64 MiB are refused; that, and an input that cannot be
   * read, is a finding.
   *
   * @param in the standard input, which stays open
   * @return this run
   */
  public LintRun addStandardInput(InputStream in) {
    try {
      ManifestFile input = ManifestFile.standardInput(in);
      judge(new ManifestText(input.name(), input.bytes()), EvidenceSet.none(), false);
    } catch (UnreadableFileException e) {
      add(e);
    }
    return this;
  }

  /**
   * Adds what was found elsewhere, such as in the configuration of the application.
   *
   * @param found what was found
   * @return this run
   */
  public LintRun add(PlacedFinding found) {
    judged.add(JudgedObject.of(found));
    return this;
  }

  /** In a folder, what kustomize and Helm read is judged as it is built. */
  private List<PlacedFinding> judge(
      ManifestFile file, Path root, OverlayFolders overlays, boolean folder) {
    Path path = file.path();
    boolean isBuilt =
        overlays.isRecipe(path) || overlays.isPatch(path) || overlays.isTemplate(path);
    if (folder && (isBuilt || path.endsWith(Measurement.FILE_NAME))) {
      return List.of();
    }
    Path beside = path.toAbsolutePath().resolveSibling("");
    return judge(
        new ManifestText(file.name(), file.bytes()),
        evidence.near(beside, folder ? root : beside),
        folder);
  }

  /** A tree may hold hundreds of them; the first one stands for all. */
  private void addTemplates(List<PlacedFinding> templates) {
    if (templates.isEmpty()) {
      return;
    }
    Finding first = templates.get(0).finding();
    long files = templates.stream().map(PlacedFinding::file).distinct().count();
    Finding all =
        files == 1
            ? first
            : first.withWords(
                "%s So are documents in %d more files; none of them was judged."
                    .formatted(first.message(), files - 1),
                first.remedy());
    judged.add(JudgedObject.of(templates.get(0).with(all)));
  }

  private OverlayFolders overlays(Path folder) {
    try {
      return OverlayFolders.in(List.of(folder), filter);
    } catch (IOException e) {
      add(UnreadableFileException.because(name(folder), folder, e));
      return OverlayFolders.NONE;
    }
  }

  private void add(UnreadableFileException unreadable) {
    add(unreadable.file(), unreadable.finding());
  }

  private void add(String file, Finding finding) {
    judged.add(JudgedObject.of(ManifestPlace.of(file).finding(finding)));
  }

  /** With slashes everywhere, so that a report reads the same on every machine. */
  private String name(Path file) {
    return FileNames.shown(
        base.filter(file::startsWith).map(folder -> folder.relativize(file)).orElse(file));
  }

  /** {@return what came of the overlays and charts in all folders so far} */
  public OverlayBuild built() {
    return new OverlayBuild(
        built.stream().flatMap(one -> one.build().manifests().stream()).toList(),
        built.stream().flatMap(one -> one.build().findings().stream()).toList());
  }

  /** {@return what was found in all files so far} */
  public LintReport report() {
    List<PlacedFinding> findings = new ArrayList<>();
    List<JudgedObject> own = judged.stream().filter(object -> !isJudgedElsewhere(object)).toList();
    for (JudgedObject object : own) {
      object.answered(services).stream()
          .flatMap(found -> found.with(settings).stream())
          .forEach(findings::add);
    }
    findings.addAll(ofBuilt(List.copyOf(findings)));
    evidence.findings().stream()
        .flatMap(found -> found.with(settings).stream())
        .forEach(findings::add);
    return new LintReport(
        findings,
        files,
        documents,
        workloads - (judged.size() - own.size()),
        containers - containersIn(judged) + containersIn(own),
        passedOver);
  }

  private static int containersIn(List<JudgedObject> objects) {
    return objects.stream().mapToInt(JudgedObject::containers).sum();
  }

  /**
   * What a Deployment makes, as in the output of {@code kubectl get all}, is the same once more.
   */
  private boolean isJudgedElsewhere(JudgedObject object) {
    return object.owner().filter(names::contains).isPresent();
  }

  /** What is said of an overlay that was not said of the files that it is built from. */
  private List<PlacedFinding> ofBuilt(List<PlacedFinding> ofFiles) {
    List<PlacedFinding> findings = new ArrayList<>();
    for (Built one : built) {
      for (ManifestFile manifest : one.build().manifests()) {
        LintRun run = new LintRun(decoder, settings, Optional.empty());
        run.judge(new ManifestText(manifest.name(), manifest.bytes()), one.evidence(), false);
        run.report().findings().stream()
            .filter(found -> ofFiles.stream().noneMatch(other -> isSame(found, other)))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private static boolean isSame(PlacedFinding one, PlacedFinding other) {
    return one.finding().ruleId().equals(other.finding().ruleId())
        && one.finding().message().equals(other.finding().message());
  }
}
