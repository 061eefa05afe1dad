package dev.sonde.manifests.environment;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.EnvironmentRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The environment that somebody asked for, or none.
 *
 * @param environment its name
 * @param overrides the file that says what differs there
 * @param folder the project's folder: a file in it is named as it lies from there, which is the
 *     same on every machine
 */
public record EnvironmentChoice(Optional<String> environment, Path overrides, Path folder) {

  /** The file that is read where no other is named. */
  public static final String FILE_NAME = "sonde-environments.yaml";

  /**
   * {@return the choice that somebody made with options}
   *
   * @param environment the environment's name, if one is given
   * @param overrides the file with the overrides, if one is named
   * @param folder where else the file lies
   * @throws IllegalArgumentException if a file is named, and no environment
   */
  public static EnvironmentChoice of(
      Optional<String> environment, Optional<Path> overrides, Path folder) {
    if (environment.isEmpty() && overrides.isPresent()) {
      throw new IllegalArgumentException(
          overrides.get() + ": overrides are named, and no environment. Name one of those in it.");
    }
    return new EnvironmentChoice(
        environment, overrides.orElseGet(() -> folder.resolve(FILE_NAME).normalize()), folder);
  }

  /**
   * {@return probes as they are to be in the environment; as they are declared, if none was asked
   * for}
   *
   * @param declared the probes that the code declares
   * @throws IOException if the file is not there, or cannot be read
   * @throws UnreadableDocumentException if anything in the file is wrong
   */
  public EffectiveProbes apply(List<ProbeSet> declared) throws IOException {
    if (environment.isEmpty()) {
      return EffectiveProbes.declared(declared);
    }
    if (!Files.exists(overrides)) {
      throw UnreadableFileException.of(
          name(),
          "there is no such file, so nothing is known of environment "
              + FindingWords.quote(environment.get())
              + ".",
          "Write it, or name another file with the overrides.");
    }
    return EnvironmentOverrides.read(name(), BoundedBytes.of(overrides))
        .apply(environment.get(), declared);
  }

  /**
   * Refuses overrides where nothing is declared that they could override.
   *
   * @throws UnreadableDocumentException if an environment is chosen, and there is a file
   */
  public void refuseOverrides() {
    if (environment.isPresent() && Files.exists(overrides)) {
      throw UnreadableDocumentException.of(
          name(),
          EnvironmentRules.CONTAINER_UNKNOWN.finding(
              FieldPath.ROOT,
              "no code declares probes that this could override; a framework answers them, whose"
                  + " configuration says what differs in environment "
                  + FindingWords.quote(environment.get())
                  + ".",
              "Write it into the manifest of that environment, and take the file out."));
    }
  }

  private String name() {
    Path base = folder.toAbsolutePath().normalize();
    Path file = overrides.toAbsolutePath().normalize();
    Path name = file.startsWith(base) ? base.relativize(file) : overrides;
    return name.toString().replace(overrides.getFileSystem().getSeparator(), "/");
  }
}
