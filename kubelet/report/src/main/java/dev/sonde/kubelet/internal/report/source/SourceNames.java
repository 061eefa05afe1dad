package dev.sonde.kubelet.internal.report.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How reports name files, so that they read the same on every machine.
 *
 * @param base the folder from which files in it are named; unset: files are named as they are given
 */
public record SourceNames(Optional<Path> base) {

  /** As they are given. */
  public static final SourceNames AS_GIVEN = new SourceNames(Optional.empty());

  /**
   * {@return the name of a file}
   *
   * @param file the file
   */
  public String of(Path file) {
    Path shown = base.filter(file::startsWith).map(folder -> folder.relativize(file)).orElse(file);
    return shown.toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
