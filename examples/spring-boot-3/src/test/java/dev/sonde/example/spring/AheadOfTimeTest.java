package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * The application with what the goal {@code process-aot} generates, on a JVM. A native image begins
 * there, too, but none is built here.
 */
@Timeout(1200)
class AheadOfTimeTest {

  @TempDir static Path processed;
  @TempDir Path folder;

  @BeforeAll
  static void process() throws Exception {
    Path sources = processed.resolve("sources");
    Path classes = processed.resolve("classes");
    SpringApplicationAotProcessor.main(
        new String[] {
          ClinicApplication.class.getName(),
          sources.toString(),
          processed.resolve("resources").toString(),
          classes.toString(),
          "dev.sonde",
          "clinic"
        });
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", ClinicProcess.CLASS_PATH));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }

  private ClinicProcess start(String... properties) throws IOException {
    String classPath =
        String.join(
            File.pathSeparator,
            processed.resolve("classes").toString(),
            processed.resolve("resources").toString(),
            ClinicProcess.CLASS_PATH);
    List<String> options = List.of("-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true");
    return ClinicProcess.start(folder.resolve("log"), options, classPath, properties);
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Test
  void answersTheProbesAndStops() throws Exception {
    try (ClinicProcess clinic =
        start(
            "sonde.drain=0s",
            "sonde.checks.db.enabled=false",
            "sonde.contributors=false",
            "management.endpoint.health.show-details=always")) {
      await(() -> clinic.probe("/readyz").status() == 200);
      assertThat(log()).contains("Starting AOT-processed ClinicApplication");
      assertThat(clinic.probe("/startedz").status()).isEqualTo(200);
      assertThat(clinic.probe("/livez").body()).contains("\"livenessState\"");
      assertThat(clinic.probe("/readyz?verbose").body())
          .contains("[+]waiting-room-has-room ok", "[+]laboratory ok", "[+]pharmacy ok")
          .doesNotContain("]db ");
      assertThat(clinic.main("/actuator/health").body())
          .contains("\"laboratory\"")
          .doesNotContain("\"sonde\"");
      clinic.process().destroy();
      assertThat(clinic.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(clinic.process().exitValue()).isEqualTo(143);
    }
  }

  /** The condition of its beans has been decided already. */
  @Test
  void canBeSwitchedOffAtTheStart() throws Exception {
    try (ClinicProcess clinic = start("sonde.enabled=false")) {
      await(() -> log().contains("Started ClinicApplication"));
      assertThat(clinic.main("/actuator/health").status()).isEqualTo(200);
      assertThat(clinic.probe("/livez").status()).isZero();
    }
  }

  /** Spring then opens no second port, whatever the property says. */
  @Test
  void doesNotStartWhereTheManagementPortIsNotTheOneOfTheBuild() throws Exception {
    try (ClinicProcess clinic =
        start("sonde.serve-on=management-port", "management.server.port=9000")) {
      assertThat(clinic.process().waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(clinic.process().exitValue()).isEqualTo(1);
      assertThat(log())
          .contains(
              "management.server.port is \"9000\", and Actuator does not answer there. With"
                  + " ahead-of-time processing, its value at build time decides: set the same for"
                  + " both, or use own-port.");
    }
  }

  /** What comes true sooner or later. */
  interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time: " + log()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
