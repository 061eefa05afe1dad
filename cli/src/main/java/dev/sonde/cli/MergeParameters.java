package dev.sonde.cli;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.manifests.output.CommandLine;
import dev.sonde.manifests.project.ProjectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that {@code merge} and {@code check} share. */
final class MergeParameters {

  private static final Path STANDARD_INPUT = Path.of("-");

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description =
          "Manifests in YAML or JSON, or folders of them; or - alone for the standard input, which"
              + " merge writes to the standard output.")
  private List<Path> manifests = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private DeclaredProbes probes;

  @Option(
      names = "--include",
      paramLabel = "PATTERN",
      description =
          "Files in the folders to use, as in '**/*-deployment.yaml'; all if not given; may be "
              + "repeated.")
  private List<String> includes = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Files in the folders to skip; may be repeated.")
  private List<String> excludes = List.of();

  @Option(
      names = "--strict",
      description = "Removes the fields of a declared probe that the code leaves open.")
  private boolean strict;

  @Option(
      names = "--every-match",
      description =
          "Merges into every workload that the probes fit; otherwise there may be only " + "one.")
  private boolean everyMatch;

  @Option(
      names = "--prune",
      description =
          "Also cleans containers that got probes from other sources once and that no probes "
              + "mention now. Without it, merging only cleans up after the same --probes.")
  private boolean prune;

  @Option(
      names = "--kind",
      paramLabel = "VERSION/KIND=WAY",
      description =
          "A custom kind and the way to its pod spec, as in"
              + " example.com/v1/Worker=spec.template.spec; may be repeated.")
  private List<String> kinds = List.of();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "The record of what merging wrote, so that it can remove it again; if not given, "
              + MergeRecord.FILE_NAME
              + " beside each manifest.")
  private Optional<Path> record = Optional.empty();

  @Option(
      names = "--no-record",
      description =
          "Keeps no record: merged fields belong to the manifest at once, and merging never "
              + "removes them.")
  private boolean noRecord;

  @Option(
      names = "--values-path",
      paramLabel = "PATH",
      description =
          "The files are values of a Helm chart, with the probes at this place: keys with dots "
              + "between them, or a dot alone for the top.")
  private Optional<String> valuesPath = Optional.empty();

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description =
          "The namespace of the workloads, for probes that do not name one; needed if two have the "
              + "same name.")
  private Optional<String> namespace = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ProjectParameters projects;

  private MergeParameters() {}

  /**
   * Reads what is named, and plans.
   *
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a probe-set document, or the overrides, are wrong
   * @throws IllegalArgumentException if there are no probes, or an option is wrong
   */
  MergeSession session() throws IOException {
    ProjectFile project = projects.around(readsInput() ? List.of(Path.of("")) : manifests);
    MergedProbes declared = probes.declared(project);
    MergeSession session =
        MergeSession.of(
            new MergeInputs(
                Path.of(""),
                readsInput() ? List.of() : manifests,
                project.files(includes, excludes),
                declared,
                MergeOptions.parse(kinds, strict, everyMatch, prune, valuesPath, namespace)
                    .withReleases(kubernetes.releases(project)),
                RecordPlace.of(record, noRecord || readsInput()),
                input()));
    ProbeSetFiles.refuseEmpty(session.withoutProbes());
    return session;
  }

  /** Whether the manifests come from the standard input. */
  private boolean readsInput() {
    boolean input = manifests.contains(STANDARD_INPUT);
    if (input && manifests.size() > 1) {
      throw new IllegalArgumentException(
          "- means standard input and must be the only one. Name it alone, or only" + " files.");
    }
    return input;
  }

  private List<ManifestFile> input() throws IOException {
    return readsInput() ? List.of(ManifestFile.standardInput(System.in)) : List.of();
  }

  /** {@return the command line that merges with these words} */
  String mergeCommand() {
    List<String> words = new ArrayList<>(start());
    words.addAll(probes.words());
    words.addAll(projects.words());
    includes.forEach(pattern -> words.addAll(List.of("--include", pattern)));
    excludes.forEach(pattern -> words.addAll(List.of("--exclude", pattern)));
    if (strict) {
      words.add("--strict");
    }
    if (everyMatch) {
      words.add("--every-match");
    }
    if (prune) {
      words.add("--prune");
    }
    valuesPath.ifPresent(path -> words.addAll(List.of("--values-path", path)));
    namespace.ifPresent(name -> words.addAll(List.of("--namespace", name)));
    kinds.forEach(kind -> words.addAll(List.of("--kind", kind)));
    words.addAll(kubernetes.words());
    if (noRecord) {
      words.add("--no-record");
    } else {
      record.ifPresent(file -> words.addAll(List.of("--record", file.toString())));
    }
    manifests.forEach(path -> words.add(path.toString()));
    return CommandLine.of(words);
  }

  /** As Sonde itself was started. */
  private static List<String> start() {
    String jar = System.getProperty("java.class.path", "");
    return jar.endsWith(".jar") && !jar.contains(File.pathSeparator)
        ? List.of("java", "-jar", jar, "merge")
        : List.of("sonde", "merge");
  }
}
