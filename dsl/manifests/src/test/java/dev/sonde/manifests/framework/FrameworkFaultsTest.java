package dev.sonde.manifests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a framework whatever its configuration says, by its version and the classes. */
class FrameworkFaultsTest {

  private static final List<String> QUARKUS = List.of("quarkus-core", "quarkus-smallrye-health");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spring-boot | 3.4.9 | Spring Boot 3.4.9 is judged by what 3.5 does.",
        "spring-boot | 2.7.18 | Spring Boot 2.7.18 is judged by what 3.5 does.",
        "spring-boot | 3.5.0 | ''",
        "spring-boot | 4.1.2 | ''",
        "quarkus-core | 3.8.1 | Quarkus 3.8.1 is judged by what 3.33 does.",
        "quarkus-core | 3.33.2 | ''",
        "quarkus-core | 3.100.0 | ''",
        "micronaut-core | 4.9.12 | Micronaut 4.9.12 is judged by what 4.10 does.",
        "micronaut-core | 5.0.0 | ''",
        "micronaut-core | main | ''",
        "helidon-webserver | 4.1.7 | Helidon 4.1.7 is judged by what 4.2 does.",
        "helidon-webserver | 4.5.0 | ''",
      })
  void anOldVersionIsToldAsUntried(String library, String version, String expected)
      throws IOException {
    Libraries libraries =
        new Libraries(
            Map.of(
                library,
                version,
                switch (library) {
                  case "spring-boot" -> "spring-boot-actuator-autoconfigure";
                  case "quarkus-core" -> "quarkus-smallrye-health";
                  case "micronaut-core" -> "micronaut-management";
                  default -> "helidon-webserver-observe-health";
                },
                version));
    Stream<String> said =
        find(folder, libraries).endpoints(ContainerSettings.NONE).findings().stream()
            .map(found -> found.finding())
            .filter(found -> found.ruleId().equals("framework-untried"))
            .map(found -> found.message());
    assertThat(said).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  /** An old Spring Boot is asked where 3.5 answers on Kubernetes. */
  @Test
  void anOldSpringBootAnswersAsThreeDoes() throws IOException {
    Files.writeString(
        folder.resolve("application.properties"), "spring.main.cloud-platform=none\n");
    Libraries old =
        new Libraries(
            Map.of("spring-boot", "2.7.18", "spring-boot-actuator-autoconfigure", "2.7.18"));
    assertThat(find(folder, old).endpoints(ContainerSettings.NONE).findings())
        .extracting(found -> found.finding().ruleId())
        .containsExactly("health-off", "framework-untried");
  }

  @Test
  void aHungCheckIsToldOfEachFramework() throws IOException {
    assertThat(faults(folder, List.of("spring-boot", "spring-boot-actuator-autoconfigure")))
        .singleElement()
        .asString()
        .startsWith("[health-endless] Spring Boot waits for each check without a limit")
        .doesNotContain("no status");
    assertThat(faults(folder, QUARKUS))
        .singleElement()
        .asString()
        .contains("Nor is a probe answered when a check gives no name or no status.");
  }

  @Test
  void aRegisteredCheckIsToldWhereverTheClassLies() throws IOException {
    Path classes = compiled("io.smallrye.health.api.HealthRegistry");
    assertThat(faults(classes, QUARKUS)).anyMatch(text -> text.contains("[check-on-event-loop]"));
    assertThat(faults(compiled("java.util.List"), QUARKUS))
        .noneMatch(text -> text.contains("[check-on-event-loop]"));

    Path app = Files.createDirectories(folder.resolve("quarkus-app/app"));
    Files.createDirectories(folder.resolve("quarkus-app/lib/main"));
    for (String library : QUARKUS) {
      Files.createFile(
          folder.resolve("quarkus-app/lib/main/io.quarkus." + library + "-3.33.2.jar"));
    }
    try (OutputStream target = Files.newOutputStream(app.resolve("shop.jar"));
        ZipOutputStream zip = new ZipOutputStream(target)) {
      zip.putNextEntry(new ZipEntry("Uses.class"));
      Files.copy(
          compiled("io.smallrye.health.registry.HealthRegistries").resolve("Uses.class"), zip);
    }
    assertThat(faults(app.getParent(), List.of()))
        .anyMatch(text -> text.contains("[check-on-event-loop]"));
  }

  /** A response that a class extends is what the class makes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Object call() { return new HealthCheckResponse(); } | true",
        "java.util.function.Supplier<Object> call = HealthCheckResponse::new; | true",
        "Object call() { return new HealthCheckResponse(\"stock\"); } | false",
        "Object call() { return new HealthCheckResponse() {}; } | false",
        "static class Own extends HealthCheckResponse {} | false",
        "HealthCheckResponse call() { return null; } | false",
      })
  void aResponseWithoutStatusIsToldWithTheClassThatMakesIt(String member, boolean told)
      throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Path response = sources.resolve("org/eclipse/microprofile/health/HealthCheckResponse.java");
    Files.createDirectories(response.getParent());
    Files.writeString(
        response,
        """
        package org.eclipse.microprofile.health;
        public class HealthCheckResponse {
          public HealthCheckResponse() {}
          public HealthCheckResponse(String name) {}
        }
        """);
    Path check = Files.createDirectories(sources.resolve("com/acme")).resolve("Stock.java");
    Files.writeString(
        check,
        "package com.acme;\nimport org.eclipse.microprofile.health.HealthCheckResponse;\n"
            + "class Stock { %s }\n".formatted(member));
    Path classes = compiled(sources, check);
    List<String> faults = faults(classes, QUARKUS);
    assertThat(faults.stream().filter(text -> text.contains("response-without-status")).toList())
        .hasSize(told ? 1 : 0)
        .allMatch(text -> text.contains("com.acme.Stock makes a HealthCheckResponse"));
    assertThat(faults(classes, List.of("spring-boot", "spring-boot-actuator-autoconfigure")))
        .hasSize(1);
  }

  /** A class that uses another, which is compiled beside it. */
  private Path compiled(String used) throws IOException {
    Path sources = Files.createTempDirectory(folder, "sources");
    Path uses =
        Files.writeString(
            sources.resolve("Uses.java"), "class Uses { %s found; }\n".formatted(used));
    if (!used.startsWith("java.")) {
      int dot = used.lastIndexOf('.');
      Path other = sources.resolve(used.replace('.', '/') + ".java");
      Files.createDirectories(other.getParent());
      Files.writeString(
          other,
          "package %s; public class %s {}\n"
              .formatted(used.substring(0, dot), used.substring(dot + 1)));
    }
    return compiled(sources, uses);
  }

  private Path compiled(Path sources, Path file) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                "-sourcepath",
                sources.toString(),
                file.toString());
    assertThat(failed).isZero();
    return classes;
  }

  private static List<String> faults(Path place, List<String> libraries) throws IOException {
    Map<String, String> versions =
        libraries.isEmpty() ? Map.of() : Map.of(libraries.get(0), "4", libraries.get(1), "4");
    return find(place, new Libraries(versions)).faults().stream()
        .map(found -> found.finding().text())
        .toList();
  }

  private static FrameworkApplication find(Path place, Libraries libraries) throws IOException {
    return FrameworkApplication.find(place, libraries, FrameworkChoice.RECOGNISE).orElseThrow();
  }
}
