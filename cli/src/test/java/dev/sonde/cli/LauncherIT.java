package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code sonde} starts the real jar, the second time from the archive of the first. */
class LauncherIT {

  private static final Path SONDE = Path.of("bin/sonde").toAbsolutePath();
  private static final String JAR = System.getProperty("sonde.jar");
  private static final String FROM_ARCHIVE = "source: shared objects file (top)";

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: orders}
      spec: {containers: [{name: orders, image: orders:1}]}
      """;

  @TempDir private Path folder;
  private Path cache;

  private record Result(int code, String out) {}

  @BeforeEach
  void writePod() throws IOException {
    cache = folder.resolve("a cache/of sonde");
    Files.writeString(folder.resolve("pod.yaml"), POD);
  }

  @Test
  void startsFromTheArchiveThatTheFirstRunLeft() throws Exception {
    Result first = sonde(Map.of(), "lint", "pod.yaml");
    Path archive = onlyArchive();
    FileTime written = Files.getLastModifiedTime(archive);

    Path classes = folder.resolve("classes.log");
    Map<String, String> log = Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + classes);
    assertThat(sonde(log, "lint", "pod.yaml")).isEqualTo(first);
    assertThat(Files.readString(classes))
        .containsPattern("dev\\.sonde\\.\\S+ \\Q" + FROM_ARCHIVE + "\\E");
    assertThat(onlyArchive()).isEqualTo(archive);
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(written);
  }

  @Test
  void replacesAnArchiveThatIsOlderThanTheJar() throws Exception {
    sonde(Map.of(), "lint", "pod.yaml");
    Path archive = onlyArchive();
    FileTime old = FileTime.fromMillis(Files.getLastModifiedTime(Path.of(JAR)).toMillis() - 60_000);
    Files.setLastModifiedTime(archive, old);
    sonde(Map.of(), "lint", "pod.yaml");
    assertThat(Files.getLastModifiedTime(onlyArchive())).isGreaterThan(old);
  }

  @Test
  void startsWithAnArchiveThatIsNone() throws Exception {
    Result first = sonde(Map.of(), "lint", "pod.yaml");
    Path archive = onlyArchive();
    Files.delete(archive);
    Files.writeString(archive, "no archive");
    assertThat(sonde(Map.of(), "lint", "pod.yaml")).isEqualTo(first);
  }

  /** No cache, none that can be written, and a pipeline that starts empty each time. */
  @ParameterizedTest
  @CsvSource({"SONDE_CACHE,''", "SONDE_CACHE,pod.yaml/cache", "CI,true"})
  void startsWithoutAnArchiveWhereNoneCanBeKept(String variable, String value) throws Exception {
    Result result = sonde(Map.of(variable, value), "lint", "pod.yaml");
    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out()).contains("in 1 container of 1 workload").doesNotContain("warning][");
    assertThat(cache).doesNotExist();
  }

  @Test
  void keepsTheExitCodeOfARunThatLeavesAnArchive() throws Exception {
    assertThat(sonde(Map.of(), "lint", "--fail-on", "info", "pod.yaml").code()).isEqualTo(1);
    assertThat(onlyArchive()).isNotEmptyFile();
  }

  @Test
  void keepsNoArchiveOfOtherCommands() throws Exception {
    assertThat(sonde(Map.of(), "explain", "port-undeclared").code()).isZero();
    assertThat(cache).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "absent.yaml"})
  void keepsNoArchiveOfARunThatLoadsLittle(String argument) throws Exception {
    int code = argument.equals("--help") ? 0 : 2;
    assertThat(sonde(Map.of(), "lint", argument).code()).isEqualTo(code);
    assertThat(cache).isEmptyDirectory();
  }

  private Path onlyArchive() throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      List<Path> all = files.toList();
      assertThat(all).singleElement().asString().endsWith(".jsa");
      return all.get(0);
    }
  }

  private Result sonde(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(SONDE.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("CI");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SONDE_JAR", JAR);
    builder.environment().put("SONDE_CACHE", cache.toString());
    builder.environment().putAll(environment);
    Path err = folder.resolve("err");
    Process process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(
        process.waitFor(), out + (environment.isEmpty() ? Files.readString(err) : ""));
  }
}
