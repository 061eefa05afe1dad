package dev.sonde.manifests.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Which files of a folder are manifests to look at. Files that are named themselves always are.
 *
 * @param includes patterns of which a file must match one; if there are none, every file does
 * @param excludes patterns of which a file may match none
 */
public record FileFilter(List<String> includes, List<String> excludes) {

  /** Every file. */
  public static final FileFilter ALL = new FileFilter(List.of(), List.of());

  /**
   * Copies the lists. A pattern is matched against the path below the folder: {@code *} stands for
   * any part of a name, {@code **} for any folders, also none, and a pattern that matches a folder
   * matches all in it.
   */
  public FileFilter {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /**
   * Tells whether a file is one to look at.
   *
   * @param below its path below the folder
   */
  public boolean accepts(Path below) {
    return (includes.isEmpty() || matches(includes, below)) && !matches(excludes, below);
  }

  private static boolean matches(List<String> patterns, Path below) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, below));
  }

  private static boolean matches(String pattern, Path below) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob(pattern));
    for (int names = 1; names <= below.getNameCount(); names++) {
      if (matcher.matches(below.subpath(0, names))) {
        return true;
      }
    }
    return false;
  }

  /** Java's own {@code **} wants at least one folder where there are slashes around it. */
  private static String glob(String pattern) {
    String whole = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    String inside = whole.replace("/**/", "{/,/**/}");
    return inside.startsWith("**/") ? "{,**/}" + inside.substring("**/".length()) : inside;
  }
}
