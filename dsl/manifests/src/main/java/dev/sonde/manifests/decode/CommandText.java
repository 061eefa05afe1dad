package dev.sonde.manifests.decode;

import static java.util.stream.Collectors.joining;

import dev.sonde.rules.FindingWords;
import java.util.Arrays;

/** Commands that were written as one text. */
final class CommandText {

  private static final String FOR_A_SHELL = "|&;<>()$`\\\"'*?[]{}~=%\n";

  private CommandText() {}

  /** {@return the list that was likely meant, in YAML's flow style} */
  static String asList(String command) {
    if (command.length() > 80 || command.contains("\n")) {
      return "[\"program\", \"argument\"]";
    }
    boolean needsShell = command.chars().anyMatch(c -> FOR_A_SHELL.indexOf(c) >= 0);
    return needsShell
        ? "[\"/bin/sh\", \"-c\", " + FindingWords.quote(command.replace("\\", "\\\\")) + "]"
        : Arrays.stream(command.strip().split("\\s+"))
            .map(FindingWords::quote)
            .collect(joining(", ", "[", "]"));
  }
}
