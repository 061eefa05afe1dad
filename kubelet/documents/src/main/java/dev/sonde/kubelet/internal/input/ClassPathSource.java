package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableProbeSetException;
import dev.sonde.model.ProbeSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the container in what the annotation processor left on a class path. */
public final class ClassPathSource {

  private ClassPathSource() {}

  /**
   * {@return the container that the compiled code describes}
   *
   * @param classPath folders of classes and jars, separated as the system does; what does not exist
   *     or is no jar is passed over
   * @param container the container's name; unset means the only one
   * @throws IOException if a file cannot be read
   * @throws UnreadableInputException if there is no such container, several and no choice was made,
   *     or a document is wrong
   */
  public static ProbedContainer read(String classPath, Optional<String> container)
      throws IOException {
    List<ProbeSet> found = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      found.addAll(in(entry));
    }
    List<ProbeSet> chosen =
        found.stream().filter(set -> container.map(name(set)::equals).orElse(true)).toList();
    if (chosen.size() != 1) {
      throw new UnreadableInputException(complaint(found, chosen.isEmpty()));
    }
    return ProbedContainer.of(chosen.get(0));
  }

  private static List<ProbeSet> in(String entry) throws IOException {
    Path path = Path.of(entry);
    if (entry.isEmpty() || !(Files.isDirectory(path) || entry.endsWith(".jar"))) {
      return List.of();
    }
    try {
      return ProbeSetFiles.in(path).stream().map(ProbeSetFiles.Named::probes).toList();
    } catch (UnreadableProbeSetException mistaken) {
      throw new UnreadableInputException(String.valueOf(mistaken.getMessage()));
    }
  }

  private static String complaint(List<ProbeSet> found, boolean none) {
    if (found.isEmpty()) {
      return "META-INF/sonde: there are no probes on the class path. Compile with Sonde's processor"
          + " first, or name a manifest.";
    }
    String names = found.stream().map(ClassPathSource::name).collect(Collectors.joining(", "));
    return none
        ? "META-INF/sonde: no such container; there are: " + names + "."
        : "META-INF/sonde: several could be meant: "
            + names
            + ". Choose the container by its name.";
  }

  private static String name(ProbeSet probes) {
    return probes.container().name().orElse("?");
  }
}
