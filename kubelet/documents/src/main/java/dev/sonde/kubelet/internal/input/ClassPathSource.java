package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the container in what the annotation processor left on a class path. */
public final class ClassPathSource {

  private ClassPathSource() {}

  private static final String FOLDER = "META-INF/sonde";

  /**
   * {@return the container that the compiled code describes}
   *
   * @param classPath folders of classes and jars, separated as the system does; what does not exist
   *     or is no jar is passed over
   * @param choice which container
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if there is no such container, several and no choice was
   *     made, or a document is wrong
   */
  public static ProbedContainer read(String classPath, ContainerChoice choice) throws IOException {
    List<ProbeSet> found = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (!entry.isEmpty() && (Files.isDirectory(path) || entry.endsWith(".jar"))) {
        // Most of a class path has nothing to do with Sonde.
        boolean described = Files.isDirectory(path.resolve(ProbeSetDocument.FOLDER));
        List<ProbeSetFiles.Named> all =
            described ? ProbeSetFiles.in(path) : ProbeSetFiles.onClassPath(path);
        all.forEach(named -> found.add(named.probes()));
      }
    }
    if (found.isEmpty()) {
      throw UnreadableDocumentException.of(
          FOLDER,
          InputRules.PROBES_MISSING.finding(
              FieldPath.ROOT,
              "there are no probes on the class path.",
              "Compile with Sonde's processor first, or name a manifest."));
    }
    return ProbedContainer.of(only(FOLDER, choice, found));
  }

  /** The set of probes that is chosen by its container's name. */
  static ProbeSet only(String file, ContainerChoice choice, List<ProbeSet> sets) {
    return choice.only(
        file,
        "container",
        sets.stream().filter(set -> choice.fits(set.container().name())).toList(),
        sets.stream().map(set -> set.container().name().orElse("?")).toList());
  }
}
