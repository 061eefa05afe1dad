package dev.sonde.lint;

import dev.sonde.model.Exec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command with a look into the script that a shell may run in it. */
final class ExecView {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "busybox");

  private final List<String> command;

  ExecView(Exec exec) {
    this.command = exec.command();
  }

  boolean runsInShell() {
    return !command.isEmpty() && SHELLS.contains(fileName(command.get(0)));
  }

  /**
   * The command lines that run: the command itself, or the parts of a shell's arguments between
   * {@code ;}, {@code &} and {@code |}. Each is a list of words.
   */
  List<List<String>> lines() {
    if (!runsInShell()) {
      return command.isEmpty() ? List.of() : List.of(command);
    }
    return command.stream()
        .skip(1)
        .flatMap(argument -> Arrays.stream(argument.split("[;&|\n]+")))
        .map(line -> withoutExec(line.strip().split("\\s+")))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The programs that are started. */
  Set<String> programs() {
    return lines().stream().map(line -> line.get(0)).collect(Collectors.toSet());
  }

  private static List<String> withoutExec(String[] words) {
    return Stream.of(words).dropWhile(word -> word.equals("exec") || word.isEmpty()).toList();
  }

  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
