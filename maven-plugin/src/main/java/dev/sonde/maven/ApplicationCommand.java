package dev.sonde.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs a project's main class on the JVM that runs Maven. */
final class ApplicationCommand {

  private ApplicationCommand() {}

  static List<String> of(
      List<String> jvmArguments, List<String> classPath, String mainClass, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(jvmArguments);
    words.add("-cp");
    words.add(String.join(File.pathSeparator, classPath));
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }
}
