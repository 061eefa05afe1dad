package dev.sonde.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.HealthRequest;
import dev.sonde.runtime.answer.EndpointKind;
import io.micronaut.context.ApplicationContext;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Management is no need of the bridge: without it there are Sonde's own checks. */
@Timeout(300)
class NoManagementTest {

  /** What the process runs. */
  static final class Alone {

    private Alone() {}

    public static void main(String[] arguments) {
      try (ApplicationContext context = ApplicationContext.run()) {
        ServedProbes served = context.getBean(ServedProbes.class);
        served.assemble();
        System.out.println(
            served.endpoints().orElseThrow().respond(HealthRequest.get("/readyz")).status()
                + " "
                + served.ownChecks(EndpointKind.READINESS));
      }
    }
  }

  @Test
  void servesWithoutMicronautsManagement() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String without =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> !entry.contains("micronaut-management"))
            .collect(Collectors.joining(File.pathSeparator));
    assertThat(without).isNotEqualTo(classPath);
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    without,
                    Alone.class.getName()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("200 [open]");
  }
}
