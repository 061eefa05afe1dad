package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeSet;
import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What Sonde reads in the configuration is where the running application answers. */
@Timeout(300)
class SettingsToUrlsTest {

  private static final String HEALTH = "management.endpoint.health.";

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server.port=MAIN",
        "server.port=MAIN;server.servlet.context-path=/ctx;spring.mvc.servlet.path=/mvc;ADDITIONAL",
        "server.port=MAIN;management.server.port=OTHER;management.server.base-path=/mb;ADDITIONAL",
        "server.port=MAIN;management.server.port=-1;ADDITIONAL",
        "server.port=MAIN;management.server.port=${server.port};management.server.base-path=/mb",
        "server.port=MAIN;management.endpoints.web.base-path=/",
        "server.port=MAIN;management.server.port=OTHER;management.server.base-path=mb/;"
            + "management.endpoints.web.path-mapping[health]=hc",
        "server.port=MAIN;management.endpoints.web.base-path=/manage/;"
            + "management.endpoints.web.path-mapping.health=hc",
        "server.port=${NOWHERE:MAIN};spring.main.web-application-type=reactive;"
            + "spring.webflux.base-path=/flux;server.servlet.context-path=/ctx",
      })
  void theRunningApplicationAnswersWhereItsSettingsSay(String row) throws Exception {
    List<String> settings = settings(row);
    Files.write(classes.resolve("application.properties"), settings);
    ProbeSet probes =
        FrameworkApplication.find(classes, libraries(), FrameworkChoice.RECOGNISE)
            .orElseThrow()
            .probes()
            .probes();
    try (ConfigurableApplicationContext context = run(settings)) {
      assertThat(context.isRunning()).isTrue();
      assertThat(probes.probes()).hasSize(2);
      probes
          .probes()
          .forEach(
              (kind, probe) ->
                  assertThat(status((HttpGet) probe.handler().orElseThrow()))
                      .as(kind + " of " + probes.toYaml())
                      .isEqualTo(200));
    }
  }

  /** Two ports that were free a moment ago. */
  private static List<String> settings(String row) throws Exception {
    try (ServerSocket main = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      return Stream.of(row.split(";"))
          .map(setting -> setting.replace("MAIN", String.valueOf(main.getLocalPort())))
          .map(setting -> setting.replace("OTHER", String.valueOf(other.getLocalPort())))
          .map(
              setting -> setting.replace("ADDITIONAL", HEALTH + "probes.add-additional-paths=true"))
          .toList();
    }
  }

  /** The libraries that this very application runs with. */
  private static Libraries libraries() {
    return Libraries.ofFiles(
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
  }

  private static ConfigurableApplicationContext run(List<String> settings) {
    List<String> arguments = new ArrayList<>();
    settings.forEach(setting -> arguments.add("--" + setting));
    arguments.add("--" + HEALTH + "probes.enabled=true");
    arguments.add("--sonde.enabled=false");
    arguments.add("--spring.datasource.generate-unique-name=true");
    arguments.add("--spring.main.banner-mode=off");
    return new SpringApplication(ClinicApplication.class).run(arguments.toArray(String[]::new));
  }

  private int status(HttpGet probe) {
    String port = probe.port().map(String::valueOf, name -> name);
    URI uri = URI.create("http://127.0.0.1:" + port + probe.effectivePath());
    try {
      return client
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (java.io.IOException | InterruptedException unanswered) {
      throw new AssertionError(uri + " is not answered", unanswered);
    }
  }
}
