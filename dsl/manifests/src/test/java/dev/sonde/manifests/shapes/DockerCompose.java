package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real docker compose, as a plugin or as a program, where there is one. */
final class DockerCompose {

  private static final long PATIENCE_SECONDS = 60;
  private static final List<List<String>> PROGRAMS =
      List.of(List.of("docker", "compose"), List.of("docker-compose"));

  private DockerCompose() {}

  /** What {@code config} makes of these files together, or the end of the test with a word. */
  static String config(Path folder, Map<String, String> files) throws Exception {
    List<String> words = new ArrayList<>(program(folder));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
      words.addAll(List.of("-f", file.getKey()));
    }
    words.add("config");
    Path out = folder.resolve("out.txt");
    assertThat(run(folder, words, out)).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }

  private static List<String> program(Path folder) throws Exception {
    Path out = folder.resolve("version.txt");
    for (List<String> program : PROGRAMS) {
      List<String> words = new ArrayList<>(program);
      words.add("version");
      try {
        if (run(folder, words, out) == 0) {
          return program;
        }
      } catch (IOException absent) {
        continue;
      }
    }
    return abort("docker compose is not there, so the file is not read by it.");
  }

  private static int run(Path folder, List<String> words, Path out) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
