package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Groovy recipe of docs/gradle.md in a real Gradle, if there is one, with the real jars. */
class GradleIT {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path PAGE = ROOT.resolve("docs/gradle.md");
  private static final Path JAR = Path.of(System.getProperty("sonde.jar"));
  private static final String VERSION = System.getProperty("sonde.version");

  private static final Map<String, String> MODULES =
      Map.of(
          "sonde-annotations", "annotations/api",
          "sonde-runtime", "annotations/runtime",
          "sonde-processor", "annotations/processor",
          "sonde-dsl", "dsl/core");

  @TempDir private Path folder;

  @BeforeEach
  void writeBuild() throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "gradle"))),
        "gradle is not on the path");
    copyJars();
    write("settings.gradle", block("// settings.gradle"));
    write("gradle/sonde.gradle", block("// gradle/sonde.gradle"));
    String init = Files.readString(Path.of("src/test/resources/gradle/init.gradle"));
    write("init.gradle", init.replace("VERSION", VERSION));
    for (String project : List.of("orders", "billing")) {
      write(project + "/build.gradle", block("// orders/build.gradle and billing/build.gradle"));
      write(project + "/src/main/java/shop/Service.java", source(project));
      write(project + "/k8s/service.yaml", manifest(project));
    }
  }

  @Test
  void mergesAndChecksTwoProjects() throws Exception {
    assertThat(gradle(1, "check")).contains("[drift-missing]").contains("sondeCheck FAILED");
    gradle(0, "sondeMerge");
    assertThat(folder.resolve("billing/k8s/service.yaml")).content().contains("path: /readyz");

    assertThat(gradle(0, "check").lines().filter(line -> line.contains(" in 1 file agree")))
        .hasSize(2);
    assertThat(gradle(0, "check"))
        .contains(":orders:sondeCheck UP-TO-DATE", ":billing:sondeCheck UP-TO-DATE");

    Path drifting = folder.resolve("orders/k8s/service.yaml");
    Files.writeString(drifting, Files.readString(drifting).replace("/readyz", "/ready"));
    assertThat(gradle(1, "check")).contains("[drift-different]").contains(":orders:sondeCheck");
  }

  private String gradle(int code, String task) throws Exception {
    List<String> command = new ArrayList<>(List.of("gradle", "--offline", "--no-daemon"));
    command.addAll(List.of("--console", "plain", "-I", "init.gradle", "--continue", task));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(code);
    return output;
  }

  private void copyJars() throws IOException {
    Path libs = Files.createDirectories(folder.resolve("libs"));
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      String name = module.getKey() + "-" + VERSION + ".jar";
      Files.copy(
          ROOT.resolve(module.getValue()).resolve("target").resolve(name), libs.resolve(name));
    }
    Files.copy(JAR, libs.resolve("sonde-cli-" + VERSION + "-all.jar"));
    String javapoet =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> path.contains("javapoet"))
            .findFirst()
            .orElseThrow();
    Files.copy(Path.of(javapoet), libs.resolve("javapoet.jar"));
  }

  private static String source(String container) {
    return """
        package shop;

        import dev.sonde.annotation.Container;
        import dev.sonde.annotation.Readiness;

        @Container(name = "%s", port = 8081)
        class Service {

          @Readiness
          boolean open() {
            return true;
          }
        }
        """
        .formatted(container);
  }

  private static String manifest(String container) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %1$s
        spec:
          selector:
            matchLabels: {app: %1$s}
          template:
            metadata:
              labels: {app: %1$s}
            spec:
              containers:
                - name: %1$s
                  image: shop:1
                  ports:
                    - name: health
                      containerPort: 8081
        """
        .formatted(container);
  }

  private static String block(String firstLine) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(firstLine + "\n");
    assertThat(start).as(firstLine).isPositive();
    return page.substring(start, page.indexOf("```", start));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
