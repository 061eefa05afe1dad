package dev.sonde.manifests.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which files of a folder are manifests to look at. Files that are named themselves always are.
 *
 * @param includes patterns of which a file must match one; if there are none, every file does
 * @param excludes patterns of which a file may match none
 */
public record FileFilter(PathPatterns includes, PathPatterns excludes) {

  /** Every file. */
  public static final FileFilter ALL = new FileFilter(List.of(), List.of());

  /**
   * With patterns that are seen from the folder that is looked through.
   *
   * @param includes see {@link #includes()}
   * @param excludes see {@link #excludes()}
   * @throws IllegalArgumentException if one is no pattern
   */
  public FileFilter(List<String> includes, List<String> excludes) {
    this(
        new PathPatterns(includes, Optional.empty()), new PathPatterns(excludes, Optional.empty()));
  }

  /**
   * Tells whether a file is one to look at.
   *
   * @param root the folder that is looked through
   * @param file the file in it
   */
  public boolean accepts(Path root, Path file) {
    return (includes.isEmpty() || includes.match(root, file)) && !excludes.match(root, file);
  }
}
