package dev.sonde.cli;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EffectiveProbes;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.project.ProjectFile;
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
          "What the code declares: a probe-set document, a folder of classes, or a jar; if it "
              + "declares nothing, the probes of its framework's configuration; may be repeated.")
  private List<Path> probes = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private EnvironmentParameters environment;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private FrameworkParameters framework;

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
    for (Path source : probes) {
      ProbeSetFiles.read(source);
    }
    MergedProbes declared = declared(project);
    framework.tell(declared.findings());
    ProbeSetFiles.refuseEmpty(declared.empty());
    return declared.alone();
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
    return framework.declared(probes, project, environment.choice(project));
  }

  /** {@return the words of a command line that name the same} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    probes.forEach(source -> words.addAll(List.of("--probes", source.toString())));
    words.addAll(environment.words());
    words.addAll(framework.words());
    return words;
  }
}
