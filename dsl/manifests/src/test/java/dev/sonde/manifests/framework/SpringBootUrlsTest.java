package dev.sonde.manifests.framework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Settings of Spring Boot and where liveness answers then, each as it was seen with a running
 * application. {@code P} is {@code probes.enabled=true}, {@code A} the additional paths.
 */
class SpringBootUrlsTest {

  private static final String HEALTH = "management.endpoint.health.";
  private static final String SERVER = "management.server.";

  @TempDir Path classes;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | mvc | '' | 8080/actuator/health/liveness",
        "3 | mvc | '' | 8080/actuator/health/liveness",
        "3 | mvc | P | 8080/actuator/health/liveness",
        "3 | mvc | spring.main.cloud-platform=none | [health-off]",
        "3 | mvc | spring.main.cloud-platform=kubernetes | 8080/actuator/health/liveness",
        "3 | mvc | P;spring.main.cloud-platform=none | 8080/actuator/health/liveness",
        "4 | mvc | spring.main.cloud-platform=none | 8080/actuator/health/liveness",
        "3 | mvc | probes.enabled=false | [health-off]",
        "4 | mvc | probes.enabled=false | [health-off]",
        "3 | mvc | management.health.probes.enabled=false | [health-off]",
        "4 | mvc | management.health.probes.enabled=false | 8080/actuator/health/liveness",
        "4 | mvc | A | 8080/actuator/health/liveness 8080/livez",
        "3 | mvc | P;A | 8080/actuator/health/liveness 8080/livez",
        "3 | mvc | A;spring.main.cloud-platform=none | [health-off]",
        "4 | mvc | add-additional-paths=yes | 8080/actuator/health/liveness",
        "4 | mvc | P;A;server.servlet.context-path=/ctx |"
            + " 8080/ctx/actuator/health/liveness 8080/ctx/livez",
        "4 | flux | P;A;server.servlet.context-path=/ctx | 8080/actuator/health/liveness"
            + " 8080/livez",
        "4 | mvc | P;A;server.servlet.context-path=/ctx;spring.mvc.servlet.path=/mvc |"
            + " 8080/ctx/mvc/actuator/health/liveness 8080/ctx/mvc/livez",
        "4 | flux | P;A;spring.webflux.base-path=/flux |"
            + " 8080/flux/actuator/health/liveness 8080/flux/livez",
        "4 | mvc | P;A;spring.webflux.base-path=/flux | 8080/actuator/health/liveness 8080/livez",
        "4 | mvc | P;A;server.port=9000;M=9001;server.servlet.context-path=/ctx;"
            + "spring.mvc.servlet.path=/mvc | 9001/actuator/health/liveness 9000/ctx/mvc/livez",
        "4 | flux | P;A;M=9001;spring.webflux.base-path=/flux |"
            + " 9001/actuator/health/liveness 8080/flux/livez",
        "4 | mvc | P;A;M=9001;M.base-path=/mb | 9001/mb/actuator/health/liveness 8080/livez",
        "4 | mvc | P;M.base-path=/mb | 8080/actuator/health/liveness",
        "4 | mvc | P;A;B=/manage | 8080/manage/health/liveness 8080/livez",
        "4 | mvc | P;B=/manage/ | 8080/manage/health/liveness",
        "4 | mvc | P;B=/ | 8080/health/liveness",
        "4 | mvc | P;B= | 8080/health/liveness",
        "4 | mvc | P;B=/;server.servlet.context-path=/ctx | 8080/ctx/health/liveness",
        "4 | mvc | P;B=/;M=9001 | 9001/health/liveness",
        "4 | mvc | P;B=manage | [setting-wrong]",
        "4 | mvc | P;A;management.endpoints.web.path-mapping.health=hc |"
            + " 8080/actuator/hc/liveness 8080/livez",
        "4 | mvc | P;M=-1 | [health-off]",
        "4 | mvc | P;A;M=-1 | 8080/livez",
        "4 | mvc | P;A;X.include=info | [health-off]",
        "4 | mvc | P;X.exclude=health | [health-off]",
        "4 | mvc | P;X.include=* | 8080/actuator/health/liveness",
        "4 | mvc | P;X.include=info,health | 8080/actuator/health/liveness",
        "4 | mvc | P;X.include[0]=info;X.include[1]=health | 8080/actuator/health/liveness",
        "4 | mvc | P;management.endpoint.health.access=none | [health-off]",
        "4 | mvc | P;management.endpoint.health.enabled=false | [health-off]",
        "4 | mvc | P;management.endpoints.access.default=none | [health-off]",
        "4 | mvc | P;management.endpoints.enabled-by-default=false | [health-off]",
        "4 | mvc | P;management.endpoints.enabled-by-default=false;"
            + "management.endpoint.health.enabled=true | 8080/actuator/health/liveness",
        "4 | mvc | P;server.port=9000;M=9000 | 9000/actuator/health/liveness",
        "4 | mvc | P;server.port=9000;M=${server.port} | 9000/actuator/health/liveness",
        "4 | mvc | P;M=8080;server.servlet.context-path=/c | 8080/c/actuator/health/liveness",
        "4 | mvc | P;M= | 8080/actuator/health/liveness",
        "4 | mvc | P;M=9001;G.additional-path=management:/mlv;G.include=livenessState |"
            + " 9001/actuator/health/liveness 9001/mlv",
        "4 | mvc | P;G.additional-path=server:/a/b;G.include=livenessState | [setting-wrong]",
        "4 | mvc | P;G.additional-path=server:lv;G.include=livenessState;"
            + "server.servlet.context-path=/ctx | 8080/ctx/actuator/health/liveness 8080/ctx/lv",
        "4 | mvc | P;M.address=127.0.0.1 | [setting-wrong]",
        "4 | mvc | P;M.ssl.enabled=true | [setting-wrong]",
        "4 | mvc | P;server.ssl.key-store=k.p12 | https 8080/actuator/health/liveness",
        "4 | mvc | P;server.ssl.key-store=k.p12;server.ssl.enabled=false |"
            + " 8080/actuator/health/liveness",
        "4 | mvc | P;server.ssl.key-store=k.p12;M=9001 | https 9001/actuator/health/liveness",
        "4 | mvc | P;server.ssl.key-store=k.p12;M=9001;M.ssl.enabled=false |"
            + " 9001/actuator/health/liveness",
        "4 | mvc | P;M=9001;M.ssl.key-store=k.p12 | https 9001/actuator/health/liveness",
        "4 | mvc | P;server.ssl.key-store=k.p12;server.ssl.client-auth=need | [health-off]",
        "3 | mvc | management.endpoint.health.probes.ENABLED=true;"
            + "management.endpoint.health.probes.addAdditionalPaths=true |"
            + " 8080/actuator/health/liveness 8080/livez",
        "4 | mvc | management.endpoint.health.probes.add_additional_paths=true;"
            + "management.endpoints.web.basePath=/m | 8080/m/health/liveness 8080/livez",
        "3 | mvc | probes.enabled=yes | 8080/actuator/health/liveness [setting-by-version]",
        "4 | mvc | probes.enabled=yes | [setting-by-version, health-off]",
        "4 | mvc | probes.enabled= | [setting-by-version, health-off]",
        "3 | mvc | probes.enabled= | 8080/actuator/health/liveness [setting-by-version]",
        "? | mvc | probes.enabled=yes | [framework-unclear]",
        "? | mvc | P | 8080/actuator/health/liveness",
        "4 | none | P | [health-off]",
        "4 | mvc | P;spring.main.web-application-type=none | [health-off]",
        "4 | mvc | P;spring.main.web-application-type=reactive;spring.webflux.base-path=/f |"
            + " 8080/f/actuator/health/liveness",
        "4 | mvc | server.port=0 | [setting-unknown]",
        "4 | mvc | server.port=0;M=9001 | 9001/actuator/health/liveness",
        "4 | mvc | M=0 | [setting-unknown]",
        "4 | mvc | server.port=${PORT} | [setting-unknown]",
        "4 | mvc | server.port=${PORT:9000} | 9000/actuator/health/liveness",
        "4 | mvc | server.port=${A:${B:9000}} | 9000/actuator/health/liveness",
        "4 | mvc | server.port=${server.port} | [setting-unknown]",
        "4 | mvc | server.port=80a | [setting-wrong]",
        "4 | mvc | server.port=70000 | [setting-wrong]",
        "4 | mvc | server.port=@port@ | [setting-unknown]",
        "4 | mvc | server.port={cipher}a1 | [setting-unknown]",
        "4 | mvc | server.address=127.0.0.1 | [health-off]",
        "4 | mvc | server.address=127.0.0.1;M=9001 | 9001/actuator/health/liveness",
        "4 | mvc | M=9001;M.address=localhost | [health-off]",
        "4 | mvc | server.servlet.context-path=ctx | [setting-wrong]",
        "? | ? | P;server.servlet.context-path=/ctx | [framework-unclear]",
        "4 | mvc | P;G.show-details=always | 8080/actuator/health/liveness [liveness-group]",
        "4 | mvc | probes.enabled=false;G.include=livenessState | [setting-wrong]",
        "4 | mvc | probes.enabled=false;G.include=ping | 8080/actuator/health/liveness",
        "4 | secured | P | 8080/actuator/health/liveness [health-secured]",
        "3 | without-actuator | P | [health-off]",
        "3 | mvc | P;spring.aot.enabled=true | 8080/actuator/health/liveness [settings-unseen]",
        "4 | mvc | spring.config.import=configserver: |"
            + " 8080/actuator/health/liveness [settings-unseen]",
      })
  void answersWhereTheRunningApplicationDid(
      String version, String stack, String settings, String expected) throws IOException {
    Files.write(classes.resolve("application.properties"), lines(settings));
    assertThat(said(endpoints(version, stack), ProbeKind.LIVENESS)).isEqualTo(expected);
  }

  private static List<String> lines(String settings) {
    return List.of(settings.split(";")).stream()
        .map(
            setting ->
                setting
                    .replaceFirst("^P$", HEALTH + "probes.enabled=true")
                    .replaceFirst("^A$", HEALTH + "probes.add-additional-paths=true")
                    .replaceFirst("^M=", SERVER + "port=")
                    .replaceFirst("^M\\.", SERVER)
                    .replaceFirst("^B=", "management.endpoints.web.base-path=")
                    .replaceFirst("^X\\.", "management.endpoints.web.exposure.")
                    .replaceFirst("^G\\.", HEALTH + "group.liveness.")
                    .replaceFirst("^(probes\\.|add-)", HEALTH + "$1")
                    .replace("health.add-", "health.probes.add-"))
        .toList();
  }

  private FrameworkEndpoints endpoints(String version, String stack) throws IOException {
    FrameworkChoice springBoot =
        new FrameworkChoice(Optional.of("spring-boot"), Optional.empty(), Optional.empty());
    return FrameworkApplication.find(classes, libraries(version, stack), springBoot)
        .orElseThrow()
        .endpoints(ContainerSettings.NONE);
  }

  static Libraries libraries(String version, String stack) {
    if (stack.equals("?")) {
      return Libraries.UNKNOWN;
    }
    Map<String, String> libraries = new TreeMap<>();
    libraries.put("spring-boot-actuator-autoconfigure", "as spring-boot");
    if (!version.equals("?")) {
      libraries.put("spring-boot", version.equals("3") ? "3.5.16" : "4.1.2");
    }
    switch (stack) {
      case "mvc" -> libraries.put("spring-webmvc", "7");
      case "flux" -> libraries.put("spring-webflux", "7");
      case "without-actuator" -> libraries.remove("spring-boot-actuator-autoconfigure");
      case "secured" -> libraries.putAll(Map.of("spring-webmvc", "7", "spring-security-web", "7"));
      default -> {}
    }
    return new Libraries(libraries);
  }

  /** The places but for the whole of health, then the rules that are broken. */
  static String said(FrameworkEndpoints endpoints, ProbeKind kind) {
    List<HealthUrl> urls = endpoints.areKnown() ? endpoints.of(kind) : List.of();
    String places =
        urls.stream()
            .filter(url -> url.path().matches(".*(live|livez|liveness|/lv|/mlv|/alive)"))
            .map(url -> (url.https() ? "https " : "") + url.port() + url.path())
            .collect(joining(" "));
    List<String> rules = endpoints.findings().stream().map(f -> f.finding().ruleId()).toList();
    return (places + (rules.isEmpty() ? "" : " " + rules)).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default | 8080/manage/health/liveness",
        "prod | 9001/ops/health/liveness",
      })
  void takesTheDocumentsOfAProfile(String profile, String expected) throws IOException {
    Files.write(
        classes.resolve("application.yaml"),
        """
        management.endpoints.web.base-path: ${t.base:/manage}
        ---
        spring.config.activate.on-profile: prod
        t.base: /ops
        management:
          server:
            port: 9001
        """
            .getBytes(UTF_8));
    FrameworkApplication application =
        FrameworkApplication.find(classes, libraries("4", "mvc"), FrameworkChoice.RECOGNISE)
            .orElseThrow()
            .in(Optional.of(profile).filter(name -> !name.equals("default")));
    assertThat(said(application.endpoints(ContainerSettings.NONE), ProbeKind.LIVENESS))
        .isEqualTo(expected);
  }
}
