package dev.sonde.manifests.lint;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.overlay.BuildTool;
import dev.sonde.manifests.overlay.OverlayBuild;
import dev.sonde.manifests.overlay.OverlayFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One pass over files that are deployed together: the Services among them tell which pods get
 * traffic. To be used by one thread.
 */
public final class LintRun {

  private final StrictDecoder decoder;
  private final ObjectKinds kinds;
  private final LintSettings settings;
  private final LintFiles manifestFiles;
  private final ServiceSelectors services = new ServiceSelectors();
  private final List<JudgedObject> judged = new ArrayList<>();
  private final List<ManifestFile> built = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private Consumer<ManifestText> reader = text -> {};
  private Optional<BuildTool> tool = Optional.empty();
  private int files;
  private int documents;
  private int workloads;

  LintRun(StrictDecoder decoder, LintSettings settings, Optional<Path> base) {
    this.decoder = decoder;
    this.kinds = new ObjectKinds(decoder);
    this.settings = settings;
    this.manifestFiles = new LintFiles(this, base);
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
   * Judges overlays in folders as they are built, too.
   *
   * @param builder what builds them; without one each overlay is a warning
   * @return this run
   */
  public LintRun buildWith(Optional<BuildTool> builder) {
    tool = builder;
    return this;
  }

  void build(OverlayFolders overlays, Function<Path, String> name) {
    OverlayBuild build = OverlayBuild.of(overlays.roots(), tool, name);
    build.findings().forEach(this::add);
    built.addAll(build.manifests());
  }

  /**
   * Judges one file.
   *
   * @param file the file
   * @return this run
   */
  public LintRun add(ManifestText file) {
    reader.accept(file);
    FileJudge judge = new FileJudge(file, decoder, kinds, services);
    judged.addAll(judge.judge());
    files++;
    names.addAll(judge.names());
    documents += judge.documents();
    workloads += judge.workloads();
    return this;
  }

  /**
   * Judges a file or a folder. Of a folder all files that end in {@code .yaml}, {@code .yml} or
   * {@code .json} count, sorted by name, those of its folders too, but for hidden ones. A file of
   * more than 64 MiB is refused; that, and a file that cannot be read, is a finding.
   *
   * @param path the file or folder
   * @return this run
   */
  public LintRun add(Path path) {
    manifestFiles.judge(path);
    return this;
  }

  void add(PlacedFinding finding) {
    judged.add(JudgedObject.of(finding));
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
    return new LintReport(findings, files, documents, workloads - (judged.size() - own.size()));
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
    for (ManifestFile manifest : built) {
      LintRun run = new LintRun(decoder, settings, Optional.empty());
      run.add(new ManifestText(manifest.name(), manifest.bytes())).report().findings().stream()
          .filter(found -> ofFiles.stream().noneMatch(other -> isSame(found, other)))
          .forEach(findings::add);
    }
    return findings;
  }

  private static boolean isSame(PlacedFinding one, PlacedFinding other) {
    return one.finding().ruleId().equals(other.finding().ruleId())
        && one.finding().message().equals(other.finding().message());
  }
}
