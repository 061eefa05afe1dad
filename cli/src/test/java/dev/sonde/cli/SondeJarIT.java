package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar that people download, in a process of its own. */
class SondeJarIT {

  private static final Path JAR = Path.of(System.getProperty("sonde.jar"));

  private static final String REFUSED =
      "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: wörker, foo: 1}]}\n";

  @TempDir private Path folder;

  private record Result(int code, String out, String err) {}

  @Test
  void judgesAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("pod.yaml"), REFUSED);
    Result result = sonde("", "lint", file.toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains(file + ":3:36: error: [unknown-field] container \"wörker\" has no field \"foo\".")
        .doesNotContain("\u001b");
  }

  @Test
  void judgesTheStandardInputAsJson() throws Exception {
    Result result = sonde(REFUSED, "lint", "--format", "json", "-");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("\"file\": \"stdin\"", "\"line\": 3", "\"column\": 36");
  }

  @Test
  void tellsItsVersion() throws Exception {
    assertThat(sonde("", "--version").out()).matches("sonde \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void endsWithTwoWhereAFileIsMissing() throws Exception {
    assertThat(sonde("", "lint", folder.resolve("none").toString()).code()).isEqualTo(2);
  }

  @Test
  void holdsAllItNeedsAndNothingOfFabric8() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getEntry("picocli/CommandLine.class")).isNotNull();
      assertThat(jar.getEntry("org/snakeyaml/engine/v2/api/Load.class")).isNotNull();
      assertThat(jar.stream().map(entry -> entry.getName()))
          .noneMatch(name -> name.contains("fabric8"));
    }
  }

  @Test
  void asksByGrpc() throws Exception {
    HealthStatusManager health = new HealthStatusManager();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .addService(health.getHealthService())
            .build()
            .start();
    try {
      Path probe = folder.resolve("probe.yaml");
      Files.writeString(probe, "grpc: {port: " + server.getPort() + "}\ntimeoutSeconds: 20\n");
      Result result = sonde("", "probe", "--once", probe.toString());
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).startsWith("success: SERVING");
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void isSmallAndHasNoNativeCode() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(9_000_000);
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .noneMatch(name -> name.matches(".*\\.(so|dll|jnilib|dylib)"));
    }
  }

  @Test
  void saysWhatTheServerForAgentsNeeds() throws Exception {
    Result result = sonde("", "mcp");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("There is no ", "sonde-mcp.jar", "Put it there");
  }

  private Result sonde(String input, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C");
    int code = builder.start().waitFor();
    return new Result(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
