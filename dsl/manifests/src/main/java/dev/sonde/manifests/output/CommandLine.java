package dev.sonde.manifests.output;

import static java.util.stream.Collectors.joining;

import dev.sonde.rules.FindingWords;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a command so that it can be copied into a shell. */
public final class CommandLine {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./\\\\-]+");

  private CommandLine() {}

  /**
   * {@return the words with blanks between them; words that a shell would change are in quotes}
   *
   * @param words the command and its arguments
   */
  public static String of(List<String> words) {
    return words.stream().map(CommandLine::quoted).collect(joining(" "));
  }

  private static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return word.codePoints().allMatch(FindingWords::isShown)
        ? "'" + word.replace("'", "'\\''") + "'"
        : "$'" + FindingWords.visible(word.replace("\\", "\\\\").replace("'", "\\'")) + "'";
  }
}
