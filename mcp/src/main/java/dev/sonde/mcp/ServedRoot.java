package dev.sonde.mcp;

import dev.sonde.manifests.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The only folder whose files are read. A path that leads out of it is refused, whether it says so
 * itself or by way of a symbolic link. Immutable.
 */
final class ServedRoot {

  private static final int MOST_ENTRIES = 100_000;

  private final Path shown;
  private final Path real;

  private ServedRoot(Path shown, Path real) {
    this.shown = shown;
    this.real = real;
  }

  /**
   * {@return such a folder}
   *
   * @param folder where it is
   * @throws IOException if there is no such folder
   */
  static ServedRoot of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new IOException(folder + " is no folder. Name one with --root.");
    }
    return new ServedRoot(folder, real);
  }

  /**
   * {@return a file or folder as commands get it}
   *
   * @param written seen from the root, with {@code /} between names; it need not exist
   * @throws RefusedCallException if it is not below the root, or a link in it leads out
   * @throws IOException if it cannot be looked at
   */
  Path inside(String written) throws IOException {
    Path relative = relative(written);
    Path path = real.resolve(relative).normalize();
    if (relative.isAbsolute() || !path.startsWith(real)) {
      throw outside(written);
    }
    demandInside(path, written);
    if (Files.isDirectory(path)) {
      demandNoWayOut(path, written);
    }
    // A name that begins with a dash is no option.
    Path seen = shown.resolve(real.relativize(path)).normalize();
    return seen.toString().startsWith("-") ? Path.of(".").resolve(seen) : seen;
  }

  private static Path relative(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException impossible) {
      throw new RefusedCallException(
          "\"%s\" is no path: %s. Correct it.".formatted(written, impossible.getReason()));
    }
  }

  /** What does not exist yet is where its nearest folder is. */
  private void demandInside(Path path, String written) throws IOException {
    Path there = path;
    while (!Files.exists(there) && !Files.isSymbolicLink(there) && !there.equals(real)) {
      there = Optional.ofNullable(there.getParent()).orElse(real);
    }
    if (!Files.exists(there) || !there.toRealPath().startsWith(real)) {
      throw outside(written);
    }
  }

  private void demandNoWayOut(Path folder, String written) throws IOException {
    int seen = 0;
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Iterator<Path> entries = tree.iterator(); entries.hasNext(); ) {
        Path entry = entries.next();
        if (++seen > MOST_ENTRIES) {
          throw new RefusedCallException(
              "\"%s\" holds more than %d files and folders. Name a folder below it."
                  .formatted(written, MOST_ENTRIES));
        }
        if (Files.isSymbolicLink(entry)) {
          demandInside(entry, real.relativize(entry).toString());
        }
      }
    }
  }

  /**
   * {@return the nearest project file of a path, if there is one below the root}
   *
   * @param path one that {@link #inside} returned
   */
  Optional<Path> projectFile(Path path) throws IOException {
    Path folder = path.toAbsolutePath().normalize();
    Path top = shown.toAbsolutePath().normalize();
    while (folder.startsWith(top)) {
      Path file = folder.resolve(ProjectFile.FILE_NAME);
      if (Files.isRegularFile(file)) {
        Path named = inside(top.relativize(file).toString());
        refuseOverridesOutside(named);
        return Optional.of(named);
      }
      folder = Optional.ofNullable(folder.getParent()).orElse(folder.resolve(".."));
    }
    return Optional.empty();
  }

  private void refuseOverridesOutside(Path project) throws IOException {
    Optional<Path> overrides = ProjectFile.read(project).overrides();
    if (overrides.isPresent()) {
      inside(seen(overrides.get()));
    }
  }

  /**
   * {@return a file that another file names, as the root sees it}
   *
   * @param file an absolute path
   */
  String seen(Path file) {
    return shown.toAbsolutePath().normalize().relativize(file.normalize()).toString();
  }

  private static RefusedCallException outside(String written) {
    return new RefusedCallException(
        ("\"%s\" leads out of the folder that is served. Name a file below it, as seen from it;"
                + " another folder needs a server with another --root.")
            .formatted(written));
  }
}
