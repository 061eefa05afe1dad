package dev.sonde.manifests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Settings of Micronaut and where liveness answers then, each as it was seen with a running
 * application of 4.10 and of 5.
 */
class MicronautUrlsTest {

  @TempDir Path classes;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | '' | 8080/health/liveness",
        "4 | S.port=9000 | 9000/health/liveness",
        "4 | S.context-path=/shop | 8080/shop/health/liveness",
        "4 | S.contextPath=/shop | 8080/shop/health/liveness",
        "4 | A.path=/manage | 8080/manage/health/liveness [health-status]",
        "5 | A.path=/manage | 8080/manage/health/liveness",
        "4 | A.path=manage | 8080/manage/health/liveness [health-status]",
        "4 | A.path=/manage/ | 8080/manage/health/liveness",
        "4 | H.path=healthz | 8080/healthz/liveness [health-status]",
        "5 | H.path=healthz | 8080/healthz/liveness [health-status]",
        "4 | H.path=healthz;H.id=healthz | 8080/healthz/liveness",
        "4 | A.path=manage/ | 8080/manage/health/liveness [health-status]",
        "4 | A.path=/manage/;H.path=healthz;H.id=healthz | 8080/manage/healthz/liveness",
        "4 | A.path=/manage;H.path=healthz;H.id=healthz |"
            + " 8080/manage/healthz/liveness [health-status]",
        "4 | H.path=health | 8080/health/liveness",
        "4 | H.id=healthz | 8080/health/liveness [health-status]",
        "5 | H.id=healthz | 8080/health/liveness [health-status]",
        "5 | A.path=manage/ | 8080/manage/health/liveness",
        "4 | S.context-path=/shop;A.context-path=/adm | 8080/adm/health/liveness [health-status]",
        "5 | S.context-path=/shop;A.context-path=/adm | 8080/adm/health/liveness [health-status]",
        "4 | S.context-path=/shop;A.context.path=/adm | 8080/shop/health/liveness",
        "4 | A.port=8085 | 8085/health/liveness",
        "4 | A.port=8085;S.context-path=/shop | 8085/shop/health/liveness",
        "4 | S.ssl.enabled=true;B | https 8443/health/liveness",
        "4 | S.ssl.enabled=true;B;S.ssl.port=9443 | https 9443/health/liveness",
        "4 | S.ssl.enabled=true;B;A.port=8085 | 8085/health/liveness",
        "4 | S.ssl.enabled=true;B;S.dual-protocol=true |"
            + " https 8443/health/liveness 8080/health/liveness",
        "4 | H.enabled=false | [health-off]",
        "4 | A.enabled=false | [health-off]",
        "4 | A.enabled=false;H.enabled=true | 8080/health/liveness",
        "4 | H.sensitive=true | [health-off]",
        "4 | S.port=-1 | [setting-unknown]",
        "4 | S.port=${random.port} | [setting-unknown]",
        "4 | S.port=${P:9000} | 9000/health/liveness",
        "4 | S.host=localhost | [health-off]",
        "4 | S.netty.listeners.a.port=9000 | [setting-unknown]",
      })
  void answersWhereTheRunningApplicationDid(String version, String settings, String expected)
      throws IOException {
    Files.write(
        classes.resolve("application.properties"),
        List.of(settings.split(";")).stream()
            .map(setting -> setting.replaceFirst("^B$", "S.ssl.build-self-signed=true"))
            .map(setting -> setting.replaceFirst("^S\\.", "micronaut.server."))
            .map(setting -> setting.replaceFirst("^A\\.", "endpoints.all."))
            .map(setting -> setting.replaceFirst("^H\\.", "endpoints.health."))
            .toList());
    assertThat(said(version, Optional.empty())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"prod, 9001/health/liveness", "other, [environment-unknown]"})
  void environmentsAreFiles(String environment, String expected) throws IOException {
    Files.writeString(classes.resolve("application.yml"), "micronaut: {server: {port: 9000}}");
    Files.writeString(classes.resolve("application-prod.yml"), "micronaut.server.port: 9001");
    assertThat(said("4", Optional.of(environment))).isEqualTo(expected);
  }

  private String said(String version, Optional<String> environment) throws IOException {
    Map<String, String> libraries =
        Map.of(
            "micronaut-core", version.equals("4") ? "4.10.15" : "5.2.23",
            "micronaut-management", version.equals("4") ? "4.10.15" : "5.2.23");
    return SpringBootUrlsTest.said(
        FrameworkApplication.find(classes, new Libraries(libraries), FrameworkChoice.RECOGNISE)
            .orElseThrow()
            .in(environment)
            .endpoints(ContainerSettings.NONE),
        ProbeKind.LIVENESS);
  }
}
