package dev.sonde.processor;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What an application has on its class path: with the frameworks of these tests, or without. */
final class ApplicationClassPath {

  private static final Pattern FRAMEWORK = Pattern.compile("(spring|weld|jakarta\\.).*\\.jar");

  private ApplicationClassPath() {}

  /** The processor looks for frameworks, so most tests must not have them. */
  static List<Path> plain() {
    return all().stream().filter(entry -> !isFramework(entry)).toList();
  }

  static List<Path> withSpring() {
    return all().stream()
        .filter(entry -> !isFramework(entry) || entry.getFileName().toString().startsWith("spring"))
        .toList();
  }

  static List<Path> withCdi() {
    return all().stream()
        .filter(entry -> !entry.getFileName().toString().startsWith("spring"))
        .toList();
  }

  private static boolean isFramework(Path entry) {
    return FRAMEWORK.matcher(entry.getFileName().toString()).matches();
  }

  private static List<Path> all() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
