package dev.sonde.kubelet.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which JVM a command runs, by the release file that is in its folder. */
final class ApplicationJvm {

  private static final Pattern VERSION =
      Pattern.compile("^JAVA_VERSION=\"([^\"]+)\"", Pattern.MULTILINE);

  private ApplicationJvm() {}

  /** The version; none if the command is no {@code java}, or its version cannot be seen. */
  static Optional<String> version(MeasureOptions options) {
    if (options.command().isEmpty()) {
      return Optional.empty();
    }
    String program = options.command().get(0);
    String name =
        Optional.ofNullable(Path.of(program).getFileName()).map(Path::toString).orElse("");
    if (!name.equals("java") && !name.equals("java.exe")) {
      return Optional.empty();
    }
    return candidates(program).flatMap(java -> read(java).stream()).findFirst();
  }

  private static Stream<Path> candidates(String program) {
    if (program.contains(File.separator)) {
      return Stream.of(Path.of(program));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable);
  }

  private static Optional<String> read(Path java) {
    try {
      Matcher version =
          VERSION.matcher(Files.readString(java.toRealPath().resolve("../../release").normalize()));
      return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    } catch (IOException unseen) {
      return Optional.empty();
    }
  }
}
