package dev.sonde.cli;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeRecord;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.report.CommandLine;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code merge} and {@code check} are told in the same words. */
final class MergeParameters {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Manifests in YAML or JSON, or folders of them.")
  private List<Path> manifests = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private DeclaredProbes probes;

  @Option(
      names = "--strict",
      description = "Takes away the fields of a declared probe that the code leaves open.")
  private boolean strict;

  @Option(
      names = "--every-match",
      description = "Goes into every workload that the probes fit, not into the only one.")
  private boolean everyMatch;

  @Option(
      names = "--prune",
      description = "Cleans also the containers that no probes mention any more.")
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
      defaultValue = MergeRecord.FILE_NAME,
      description = "Where merging keeps what it wrote; ${DEFAULT-VALUE} if not given.")
  private Path record = Path.of(MergeRecord.FILE_NAME);

  private MergeParameters() {}

  /**
   * Reads what is named, and plans.
   *
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a probe-set document, or the overrides, are wrong
   * @throws IllegalArgumentException if there are no probes, or an option is wrong
   */
  MergeSession session() throws IOException {
    return MergeSession.of(new MergeInputs(manifests, probes.read(), options(), record));
  }

  private MergeOptions options() {
    WorkloadKinds known = WorkloadKinds.KNOWN;
    for (String kind : kinds) {
      known = known.with(WorkloadKind.parse(kind));
    }
    return new MergeOptions(known, strict, everyMatch, prune);
  }

  /** {@return the command line that merges with these words} */
  String mergeCommand() {
    List<String> words = new ArrayList<>(start());
    words.addAll(probes.words());
    if (strict) {
      words.add("--strict");
    }
    if (everyMatch) {
      words.add("--every-match");
    }
    if (prune) {
      words.add("--prune");
    }
    kinds.forEach(kind -> words.addAll(List.of("--kind", kind)));
    if (!record.equals(Path.of(MergeRecord.FILE_NAME))) {
      words.addAll(List.of("--record", record.toString()));
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
