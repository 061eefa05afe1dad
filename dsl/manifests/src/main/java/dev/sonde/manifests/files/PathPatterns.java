package dev.sonde.manifests.files;

import dev.sonde.rules.FindingWords;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of paths: {@code *} stands for any part of a name, {@code **} for any folders, also
 * none, and a pattern that matches a folder matches all in it.
 *
 * @param patterns the patterns, with {@code /} between folders
 * @param from the folder, absolute, from which they are seen where a file lies in it; otherwise
 *     from the folder that is looked through
 */
public record PathPatterns(List<String> patterns, Optional<Path> from) {

  private static final Pattern SIMPLE = Pattern.compile("[^\\[\\]{}\\\\\\x00]+");

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if one is no pattern
   */
  public PathPatterns {
    patterns = List.copyOf(patterns);
    patterns.forEach(PathPatterns::matcher);
  }

  /**
   * {@return a pattern that has no other signs than {@code *}, {@code **} and {@code ?}}
   *
   * @param pattern the pattern
   * @throws IllegalArgumentException if it has
   */
  public static String requireSimple(String pattern) {
    if (!SIMPLE.matcher(pattern).matches()) {
      throw new IllegalArgumentException(
          "pattern "
              + FindingWords.quote(pattern)
              + " has other signs than *, ** and ?; write a pattern for each case.");
    }
    return pattern;
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * Tells whether one of them matches.
   *
   * @param root the folder that is looked through
   * @param file a file in it
   */
  boolean match(Path root, Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path below =
        from.filter(whole::startsWith)
            .map(folder -> folder.relativize(whole))
            .orElseGet(() -> root.relativize(file));
    return patterns.stream().map(PathPatterns::matcher).anyMatch(wanted -> matches(wanted, below));
  }

  private static boolean matches(PathMatcher matcher, Path below) {
    for (int names = 1; names <= below.getNameCount(); names++) {
      if (matcher.matches(below.subpath(0, names))) {
        return true;
      }
    }
    return false;
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob(pattern));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "%s is no pattern of paths: %s."
              .formatted(FindingWords.quote(pattern), e.getDescription()),
          e);
    }
  }

  /** Java's own {@code **} wants at least one folder where there are slashes around it. */
  private static String glob(String pattern) {
    String whole = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    String inside = whole.replace("/**/", "{/,/**/}");
    return inside.startsWith("**/") ? "{,**/}" + inside.substring("**/".length()) : inside;
  }
}
