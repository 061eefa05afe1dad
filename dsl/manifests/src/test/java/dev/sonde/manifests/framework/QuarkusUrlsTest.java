package dev.sonde.manifests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FrameworkRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Settings of Quarkus, at build time and in the container, and where liveness answers then, each as
 * it was seen with a running application.
 */
class QuarkusUrlsTest {

  private static final ManifestPlace CONTAINER = ManifestPlace.of("k8s/app.yaml");

  @TempDir Path classes;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | '' | 8080/q/health/live",
        "http.root-path=/api | HTTP_PORT=18090 | 18090/api/q/health/live",
        "http.root-path=api/ | '' | 8080/api/q/health/live",
        "http.root-path=/api;http.non-application-root-path=/ops | HTTP_PORT=18090 |"
            + " 18090/ops/health/live",
        "http.root-path=/api;http.non-application-root-path=/api | '' | 8080/api/health/live",
        "http.root-path=/api;http.non-application-root-path=/ | '' | 8080/health/live",
        "http.non-application-root-path=/;http.ssl.certificate.key-store-file=k.p12 |"
            + " HTTP_INSECURE_REQUESTS=redirect | https 8443/health/live 8080/health/live",
        "http.non-application-root-path=/;http.ssl.certificate.key-store-file=k.p12;"
            + "http.insecure-requests=disabled | HTTP_SSL_PORT=9443 | https 9443/health/live",
        "http.ssl.certificate.key-store-file=k.p12 | '' |"
            + " 8080/q/health/live https 8443/q/health/live",
        "http.insecure-requests=disabled | '' | [health-off]",
        "smallrye-health.root-path=hz;smallrye-health.liveness-path=/livez;http.port=9999 |"
            + " HTTP_PORT=18090 | 18090/livez",
        "smallrye-health.root-path=hz;smallrye-health.liveness-path=alive | '' |"
            + " 8080/q/hz/alive",
        "management.enabled=true;management.port=18091;http.root-path=/api | '' |"
            + " 18091/q/health/live",
        "management.enabled=true;management.root-path=/m;smallrye-health.root-path=/healthz;"
            + "smallrye-health.liveness-path=alive | MANAGEMENT_PORT=18091 | 18091/healthz/alive",
        "management.enabled=true;management.root-path=/m | '' | 9000/m/health/live",
        "management.enabled=true;smallrye-health.management.enabled=false |"
            + " MANAGEMENT_PORT=18091 | 8080/q/health/live",
        "management.enabled=true;management.ssl.certificate.files=c.pem | '' |"
            + " https 9000/q/health/live",
        "'' | SMALLRYE_HEALTH_ROOT_PATH=/x | 8080/q/health/live [setting-at-build]",
        "http.non-application-root-path=/ | HTTP_ROOT_PATH=/zzz |"
            + " 8080/health/live [setting-at-build]",
        "smallrye-health.enabled=false | '' | [health-off]",
        "http.ssl.client-auth=required | '' | [health-off]",
        "http.ssl.client-auth=required;management.enabled=true | '' | 9000/q/health/live",
        "http.host=localhost | '' | [health-off]",
        "http.host=localhost | HTTP_HOST=0.0.0.0 | 8080/q/health/live",
        "http.port=0 | '' | [setting-unknown]",
        "'' | HTTP_PORT=-1 | [setting-unknown]",
        "'' | HTTP_PORT= | [setting-wrong]",
        "'' | HTTP_HOST= | [setting-wrong]",
        "'' | HTTP_HOST_ENABLED=false | [health-off]",
        "management.enabled=true | MANAGEMENT_HOST_ENABLED=false | [health-off]",
        "%staging.http.port=9003 | SMALLRYE_CONFIG_PROFILE=staging | 9003/q/health/live",
        "http.port=${PORT} | '' | [setting-unknown]",
        "http.port=${PORT:9000} | '' | 9000/q/health/live",
        "http.port=9000;%prod.http.port=9001;%dev.http.port=9002 | '' | 9001/q/health/live",
        "%staging,test.http.port=9003 | PROFILE=staging | 9003/q/health/live",
        "%{staging,test}.http.port=9003 | PROFILE=staging | 8080/q/health/live",
        "'' | _PROD_QUARKUS_HTTP_PORT=9004 | 9004/q/health/live",
        "W;http.port=8080 | HTTP_PORT=9000 | 9000/q/health/live [generated-port]",
        "W;management.enabled=true;smallrye-health.management.enabled=false | '' |"
            + " 8080/q/health/live [generated-port]",
        "W;http.ssl.certificate.files=c;http.insecure-requests=disabled | '' |"
            + " https 8443/q/health/live [generated-port]",
      })
  void answersWhereTheRunningApplicationDid(String built, String container, String expected)
      throws IOException {
    write(built);
    FrameworkEndpoints endpoints =
        application(built.startsWith("W"), Optional.empty()).endpoints(container(container));
    assertThat(SpringBootUrlsTest.said(endpoints.withoutRefusal(), ProbeKind.LIVENESS))
        .isEqualTo(expected);
  }

  private void write(String built) throws IOException {
    Files.write(
        classes.resolve("application.properties"),
        Stream.of(built.split(";"))
            .filter(setting -> !setting.equals("W"))
            .map(setting -> setting.replaceFirst("^(%[^ ]+?\\.(?=http)|)", "$1quarkus."))
            .toList());
  }

  /** The port stays open after SIGTERM with both settings, the first of them at build time. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shutdown.delay-enabled=true;shutdown.delay=4s | '' | ''",
        "shutdown.delay-enabled=true | SHUTDOWN_DELAY=4s | ''",
        "'' | '' | Quarkus closes its port at once at SIGTERM, before readiness turns.",
        "shutdown.delay-enabled=true | '' |"
            + " Quarkus closes its port at once at SIGTERM, before readiness turns.",
        "shutdown.delay=4s | SHUTDOWN_DELAY_ENABLED=true | quarkus.shutdown.delay does nothing:"
            + " quarkus.shutdown.delay-enabled is not true where Quarkus is built.",
      })
  void refusesAtOnceUnlessItIsToldToWait(String built, String container, String expected)
      throws IOException {
    write(built);
    assertThat(
            application(false, Optional.empty()).endpoints(container(container)).findings().stream()
                .map(found -> found.finding())
                .filter(found -> found.rule().equals(FrameworkRules.SHUTDOWN_REFUSES))
                .map(found -> found.message()))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "STARTUP, http 8080/q/health/started",
    "READINESS, http 8080/q/health/ready",
    "LIVENESS, http 8080/q/health/live",
  })
  void eachProbeHasAPlace(ProbeKind kind, String expected) throws IOException {
    HealthUrl url =
        application(false, Optional.empty()).endpoints(ContainerSettings.NONE).of(kind).get(0);
    assertThat(url.scheme().toLowerCase(java.util.Locale.ROOT) + " " + url.port() + url.path())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "staging, 9003/q/health/live",
    "prod, 9001/q/health/live",
    "other, [environment-unknown]"
  })
  void profilesAreEnvironments(String profile, String expected) throws IOException {
    Files.write(classes.resolve("application.properties"), List.of("%prod.quarkus.http.port=9001"));
    Files.write(
        classes.resolve("application-staging.properties"), List.of("quarkus.http.port=9003"));
    FrameworkEndpoints endpoints =
        application(false, Optional.of(profile)).endpoints(ContainerSettings.NONE);
    assertThat(SpringBootUrlsTest.said(endpoints.withoutRefusal(), ProbeKind.LIVENESS))
        .isEqualTo(expected);
  }

  private FrameworkApplication application(boolean writer, Optional<String> profile)
      throws IOException {
    Map<String, String> libraries = new HashMap<>();
    libraries.put("quarkus-core", "3.33.2");
    libraries.put("quarkus-smallrye-health", "3.33.2");
    if (writer) {
      libraries.put("quarkus-kubernetes", "3.33.2");
    }
    return FrameworkApplication.find(classes, new Libraries(libraries), FrameworkChoice.RECOGNISE)
        .orElseThrow()
        .in(profile);
  }

  private static ContainerSettings container(String variables) {
    List<Setting> settings = new ArrayList<>();
    for (String variable :
        variables.isEmpty() ? List.<String>of() : List.of(variables.split(";"))) {
      String name = variable.substring(0, variable.indexOf('='));
      settings.add(
          new Setting(
              name.matches("_.*|SMALLRYE_CONFIG.*") ? name : "QUARKUS_" + name,
              variable.substring(name.length() + 1),
              CONTAINER));
    }
    return new ContainerSettings(settings, List.of(), List.of(), List.of(), List.of());
  }
}
