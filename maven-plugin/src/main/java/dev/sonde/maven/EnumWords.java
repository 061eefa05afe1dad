package dev.sonde.maven;

import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads words that stand for constants. */
final class EnumWords {

  private EnumWords() {}

  static <E extends Enum<E>> E of(Class<E> type, String word) throws MojoExecutionException {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException wrong) {
      throw new MojoExecutionException(
          "\"" + word + "\" is none of " + List.of(type.getEnumConstants()) + ".", wrong);
    }
  }
}
