package dev.sonde.cli;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EffectiveProbes;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where commands take the probes from, and for which environment. */
final class DeclaredProbes {

  @Option(
      names = "--probes",
      required = true,
      paramLabel = "FILE|CLASSES|JAR",
      description =
          "What the code declares: a probe-set document, a folder of classes, or a jar; may be"
              + " repeated.")
  private List<Path> probes = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private EnvironmentParameters environment;

  private DeclaredProbes() {}

  /**
   * Reads what is named.
   *
   * @param project whose environment counts if none is named
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if a probe-set document, or the overrides, are wrong
   * @throws IllegalArgumentException if there are no probes, or no such environment
   */
  EffectiveProbes read(ProjectFile project) throws IOException {
    List<ProbeSet> declared = new ArrayList<>();
    List<Path> empty = new ArrayList<>();
    for (Path source : probes) {
      List<ProbeSet> found = ProbeSetFiles.read(source);
      declared.addAll(found);
      if (found.isEmpty()) {
        empty.add(source);
      }
    }
    ProbeSetFiles.refuseEmpty(empty);
    return environment.choice(project).apply(declared);
  }

  /**
   * Reads what is named, and keeps of each probe from where it came; there may be none.
   *
   * @param project whose environment counts if none is named
   * @throws IOException if a file is not there, or cannot be read
   * @throws UnreadableDocumentException if a probe-set document, or the overrides, are wrong
   * @throws IllegalArgumentException if there is no such environment
   */
  MergedProbes declared(ProjectFile project) throws IOException {
    return MergedProbes.read(probes).in(environment.choice(project));
  }

  /** {@return the words of a command line that name the same} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    probes.forEach(source -> words.addAll(List.of("--probes", source.toString())));
    words.addAll(environment.words());
    return words;
  }
}
