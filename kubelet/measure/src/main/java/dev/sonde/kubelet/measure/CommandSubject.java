package dev.sonde.kubelet.measure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a command runs: an archive, the first place of a class path, or a program of its own. */
public final class CommandSubject {

  private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");

  private CommandSubject() {}

  /**
   * {@return what a command runs, if it can be seen}
   *
   * @param command the program and its arguments
   */
  public static Optional<Path> of(List<String> command) {
    for (int i = 1; i + 1 < command.size(); i++) {
      String value = command.get(i + 1);
      if (command.get(i).equals("-jar")) {
        return existing(Stream.of(value));
      }
      if (CLASS_PATH.contains(command.get(i))) {
        return existing(Arrays.stream(value.split(File.pathSeparator)));
      }
    }
    return existing(command.stream().limit(1).filter(word -> word.contains(File.separator)))
        .filter(program -> !program.endsWith("java"));
  }

  private static Optional<Path> existing(Stream<String> places) {
    return places.map(Path::of).filter(Files::exists).findFirst();
  }
}
