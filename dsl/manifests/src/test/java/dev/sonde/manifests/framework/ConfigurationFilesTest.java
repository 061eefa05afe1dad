package dev.sonde.manifests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FrameworkRules;
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
 * Files over each other, and what a container sets over them, each as it was seen with a running
 * application in a pod's environment. A row has files with their content, variables with a dollar,
 * and the words of the command; port 2 is the one that counts where the files disagree.
 */
class ConfigurationFilesTest {

  private static final String SPRING = "spring-boot:3.5.16 spring-boot-actuator-autoconfigure:3";
  private static final String MICRONAUT = "micronaut-core:4.10.15 micronaut-management:4.10.15";
  private static final String QUARKUS = "quarkus-core:3.33.2 quarkus-smallrye-health:3.33.2";

  @TempDir Path classes;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application.yml={server.port: 1} & application.properties=server.port=2 | 2",
        "application.yaml={server.port: 1} & application.yml={server.port: 2} | 2",
        "application.properties=server.port=1 & config/application.yml={server.port: 2} | 2",
        "config/application.yml={server.port: 1} & application-p.yml={server.port: 2}"
            + " & $SPRING_PROFILES_ACTIVE=p | 2",
        "application-a.properties=server.port=1 & application-b.yml={server.port: 2}"
            + " & $SPRING_PROFILES_ACTIVE=a,b | 2",
        "application.yml={spring.profiles.include: i} & application-i.yml={server.port: 1}"
            + " & application-p.yml={server.port: 2} & $SPRING_PROFILES_ACTIVE=p | 2",
        "application.yml={spring.profiles.include: i} & application-i.yml={server.port: 2}"
            + " & application-e.yml={server.port: 1} & $SPRING_PROFILES_INCLUDE=e | 2",
        "application.yml={spring.profiles.include: i} & application-i.yml={server.port: 2}"
            + " & application-default.yml={server.port: 1} | 2",
        "application.yml={spring.profiles.group.p: [w]} & application-p.yml={server.port: 1}"
            + " & application-w.yml={server.port: 2} & $SPRING_PROFILES_ACTIVE=p | 2",
        "application.properties=#---;spring.config.activate.on-profile=never;"
            + "spring.profiles.group.p=w & application-w.yml={server.port: 2}"
            + " & $SPRING_PROFILES_ACTIVE_0=p | 2",
        "application.yml={server.port: 2, management.endpoints.web.exposure.include: info}"
            + " & $MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE_0=health | 2",
        "application.yml={server.port: 2, management.endpoints.web.exposure.include: info}"
            + " & $MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE_0_=health | 2",
        "application.yml={server.port: 1} & -Dspring.application.json={\"server.port\":2} | 2",
        "application.yml={server.port: 1} & --spring.application.json={\"server\":{\"port\":2}} | 2",
        "$SPRING_APPLICATION_JSON={\"server.port\":2} & -Dserver.port=1 | 2",
        "$SPRING_APPLICATION_JSON={\"server.port\":1} & --server.port=2 | 2",
        "application.yml={server.port: 2} & -server.port=1 | 2",
        "application.yml={server.port: 2} & server.port=1 | 2",
        "--server.port=1 & --server.port=2 | [setting-wrong]",
        "application.yml={server.port: 2} & -jar & shop.jar & -Dserver.port=1 | 2",
        "application.yml={server.port: 2, spring.profiles: p} | [setting-wrong]",
        "application.yml={server.port: 2, spring: {profiles: [p]}} | [setting-wrong]",
        "application-p.yml={spring.profiles.active: q} & $SPRING_PROFILES_ACTIVE=p |"
            + " [setting-wrong]",
        "application-p.yml={spring.profiles.include: q} & $SPRING_PROFILES_ACTIVE=p |"
            + " [setting-wrong]",
        "application.yml={server.port: 2} & application-p.yml={spring.profiles.include: q} | 2",
        "application.properties=#---;spring.config.activate.on-profile=never;"
            + "spring.profiles.include=q | [setting-wrong]",
        "application.properties=#---;spring.config.activate.on-profile=never;"
            + "spring.main.cloud-platform=none | [setting-wrong]",
        "application.properties=server.port=2;#---;spring.config.activate.on-profile=never;"
            + "spring.main.cloud-platform=none & $SPRING_MAIN_CLOUD_PLATFORM=kubernetes | 2",
        "application.yml={server.port: 1} & $SPRING_CONFIG_NAME=shop | [setting-unknown]",
        "application.yml={server.port: 1} & $SPRING_CONFIG_LOCATION=file:/etc/shop/ |"
            + " [setting-unknown]",
        "application.yml={server.port: 2} & $SPRING_CONFIG_LOCATION=classpath:/,file:/etc/shop/ |"
            + " 2 [settings-unseen]",
        "application.xml=<properties/> & application.yml={server.port: 2} | 2 [settings-unseen]",
        "application.yml={server.port: 2, management.endpoints.web.base-path: /actuator//} |"
            + " [health-off]",
        "application.yml={server.port: 2, management.endpoint.health.access: off} |"
            + " [setting-wrong]",
        "application.yml={server.port: 2, management.endpoint.health: {access: READ_ONLY}} | 2",
        "application.yml={management.endpoint.health: {access: read-only, enabled: true}} |"
            + " [setting-wrong]",
        "application.yml={management.endpoints: {enabled-by-default: true, access.default: none}} |"
            + " [setting-wrong]",
        "application.yml={management.endpoints.web.exposure.include: HEALTH} | [setting-wrong]",
        "application.yml={management.endpoints.web.path-mapping.health: /} | [setting-wrong]",
        "application.yml={server.ssl.enabled: true} | [setting-wrong]",
        "application.yml={server.address: 127.0.0.2} | [health-off]",
      })
  void springBoot(String row, String expected) throws IOException {
    assertThat(said(SPRING + " spring-webmvc:6", row, "/actuator/health/liveness"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "management.server.base-path=mb;management.server.port=3 | 3/mb/actuator/health/liveness",
        "management.endpoints.web.path-mapping[health]=hc | 8080/actuator/hc/liveness",
      })
  void springBootMovesThePath(String settings, String expected) throws IOException {
    String row = "application.properties=" + settings;
    assertThat(said(SPRING + " spring-webmvc:6", row, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "application.properties=micronaut.server.port=1 & application.yml={S.port: 2} | 2",
        "application.yaml={S.port: 1} & application.yml={S.port: 2} | 2",
        "application.yml={S.port: 2} & application.yaml={S.context-path: /c} | 2",
        "application.yml={S.port: 1} & application.json={'S.port': 2} | 2",
        "application.json={'S.port': 1} & application-b.properties=S.port=2"
            + " & $MICRONAUT_ENVIRONMENTS=a,b | 2",
        "application.yml={S.port: 1} & application-k8s.yml={S.port: 2} | 2",
        "application-k8s.yml={S.port: 1} & application-cloud.yml={S.port: 2} | 2",
        "application-k8s.yml={S.port: 2} & application-cloud.yml={S.port: 1}"
            + " & $MICRONAUT_ENVIRONMENTS=k8s | 2",
        "application-cloud.yml={S.port: 1} & application-b.yml={S.port: 2}"
            + " & $MICRONAUT_ENVIRONMENTS=b | 2",
        "application.yml={S.port: 2} & application-k8s.yml={S.port: 1}"
            + " & $MICRONAUT_ENV_DEDUCTION=false | 2",
        "application.yml={S.port: 2} & application-k8s.yml={S.port: 1}"
            + " & -Dmicronaut.env.deduction=false | 2",
        "application-a.yml={S.port: 1} & application-b.yml={S.port: 2}"
            + " & -Dmicronaut.environments=a & $MICRONAUT_ENVIRONMENTS=b | 2",
        "application-b.yml={S.port: 1} & -micronaut.environments=b | 8080",
        "application.yml={S.port: 2} & $MICRONAUT_SERVER_CONTEXTPATH=/c | 2",
        "application.yml={S.port: 1} & -micronaut.server.port & 2 | 2",
        "application.yml={S.port: 1} & --micronaut.server.port & 2 | 2",
        "application.yml={S.port: 1} & -micronaut.server.Port=2 | 2",
        "application.properties=S.port=${myPort:2};my-port=1 | 2",
        "$MICRONAUT_APPLICATION_JSON={'S.port': 2} & -DS.port=1 & $MICRONAUT_SERVER_PORT=1 | 2",
        "$MICRONAUT_APPLICATION_JSON={'S.port': 1} & -S.port=2 | 2",
        "$MICRONAUT_APPLICATION_JSON={'S.port': 1} & $SPRING_APPLICATION_JSON={'S.port': 2} | 2",
        "application.yml={S.port: 2} & $MICRONAUT_CONFIG_FILES=file:/shop.yml |"
            + " 2 [settings-unseen]",
        "application.properties=S.port=${A:B:2} | 2",
        "application.properties=S.port=${A:b:1};b=2 | 2",
        "application.properties=S.port=2;S.context-path=${A:`/`} | 2",
        "application.properties=S.port=${A:${B:2}} | [setting-wrong]",
        "application.properties=S.port= | [setting-wrong]",
        "application.properties=endpoints.all.sensitive=true | [health-off]",
        "application.properties=S.port=2;endpoints.all.sensitive=true;"
            + "endpoints.health.sensitive=no | 2",
        "application.properties=S.port=2;endpoints.health.enabled=yes | 2",
        "application.properties=S.port=2;endpoints.health.enabled=On | 2",
        "application.properties=S.port=2;endpoints.health.enabled=1 | [health-off]",
        "application.properties=S.port=2;endpoints.health.enabled= | [health-off]",
        "application.properties=S.port=2;endpoints.health.sensitive=maybe | 2",
        "application.properties=micronaut.ssl.enabled=true;micronaut.ssl.port=2;"
            + "micronaut.ssl.build-self-signed=true | https 2",
        "application.properties=S.ssl.enabled=yes;S.ssl.build-self-signed=y;S.ssl.port=2;"
            + "micronaut.ssl.port=1 | https 2",
        "application.properties=S.port=2;S.ssl.enabled=false;micronaut.ssl.enabled=true | 2",
        "application.properties=S.ssl.enabled=true | [setting-wrong]",
        "application.properties=S.ssl.enabled=true;S.ssl.build-self-signed=true;"
            + "S.ssl.client-authentication=need | [health-off]",
      })
  void micronaut(String row, String expected) throws IOException {
    String written = row.replaceAll("(?<=[^.\\w]|-D)S\\.", "micronaut.server.");
    assertThat(said(MICRONAUT, written.replace('\'', '"'), "/health/liveness")).isEqualTo(expected);
  }

  /** H is quarkus.http. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application.properties=H.port=1;%common.H.port=2;quarkus.config.profile.parent=common |"
            + " 2",
        "application.properties=H.port=1;%common.H.port=2;"
            + "%prod.quarkus.config.profile.parent=common | 2",
        "application.properties=%prod.H.port=2;%common.H.port=1;"
            + "quarkus.config.profile.parent=common | 2",
        "application.properties=config_ordinal=500;H.port=2 & $QUARKUS_HTTP_PORT=1 | 2",
        "application.properties=H.port=1 & $QUARKUS_HTTP_PORT=2 | 2",
        "application.properties=%staging.H.port=2 & $MP_CONFIG_PROFILE=staging | 2",
        "application.properties=%b.H.port=1 & application-a.properties=H.port=2"
            + " & $QUARKUS_PROFILE=b,a | 2",
        "application.properties=H.port=1 & $_PROD_QUARKUS_HTTP_PORT=2 & $QUARKUS_HTTP_PORT=1 | 2",
        "application.properties=%prod.H.port=1 & $QUARKUS_HTTP_PORT=2 | 2",
        "-D%prod.H.port=2 & -DH.port=1 | 2",
        "application.properties=%staging.H.port=2 & -Dquarkus.profile=staging"
            + " & $QUARKUS_PROFILE=prod | 2",
        "application.properties=H.port=2 & $QUARKUS_HTTP_INSECUREREQUESTS=disabled | 2",
        "application.properties=H.port=${my.port};my.port=1;%prod.my.port=2 | 2",
        "application.properties=H.port=1 & $QUARKUS_PROFILE=prod-eu"
            + " & $_PROD_EU_QUARKUS_HTTP_PORT=2 | 2",
        "application.properties=H.port=2 & --quarkus.http.port=1 | 2",
        "application.properties=H.port=2 & -jar & shop.jar & -DH.port=1 | 2",
        "application-prod.properties=H.port=1 | 8080",
        "application.properties=H.insecure-requests=off | [setting-wrong]",
        "application.properties=H.port=+2 | 2",
      })
  void quarkus(String row, String expected) throws IOException {
    String written = row.replaceAll("(?<=\\W|-D)H\\.", "quarkus.http.");
    assertThat(said(QUARKUS, written, "/q/health/live")).isEqualTo(expected);
  }

  /** The port of liveness, and its path unless it is the usual one; then the broken rules. */
  private String said(String libraries, String row, String usual) throws IOException {
    StringBuilder words = new StringBuilder();
    StringBuilder variables = new StringBuilder();
    for (String part : row.strip().split(" & ", -1)) {
      int equals = part.indexOf('=');
      if (part.startsWith("$")) {
        variables
            .append("        - {name: '")
            .append(part, 1, equals)
            .append("', value: '")
            .append(part.substring(equals + 1))
            .append("'}\n");
      } else if (part.matches("[\\w/-]+(\\.json|\\.xml|\\.ya?ml|\\.properties)=.*")
          && part.charAt(0) != '-') {
        Path file = classes.resolve(part.substring(0, equals));
        Files.createDirectories(file.getParent());
        Files.writeString(file, part.substring(equals + 1).replace(';', '\n'));
      } else {
        words.append(", '").append(part).append('\'');
      }
    }
    String pod =
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: shop\n      command: [java"
            + words
            + "]\n      env:\n        - {name: HOME, value: /}\n"
            + variables;
    FrameworkProbes probes = application(libraries).probes(container(pod));
    List<String> rules =
        probes.findings().stream()
            .map(found -> found.finding())
            .filter(found -> !found.rule().equals(FrameworkRules.SHUTDOWN_REFUSES))
            .map(found -> found.ruleId())
            .toList();
    String place =
        probes.areKnown()
            ? place(probes.probes().probe(ProbeKind.LIVENESS).orElseThrow(), usual)
            : "";
    return (place + (rules.isEmpty() ? "" : " " + rules)).strip();
  }

  private static String place(Probe probe, String usual) {
    HttpGet get = (HttpGet) probe.handler().orElseThrow();
    String scheme = get.scheme().filter("HTTPS"::equals).map(https -> "https ").orElse("");
    String path = get.effectivePath().equals(usual) ? "" : get.effectivePath();
    return scheme + get.port().map(String::valueOf, name -> name) + path;
  }

  private static RunningContainer container(String pod) {
    WorkloadNode workload =
        new WorkloadReader(WorkloadKinds.KNOWN)
            .read(YamlStream.parse(SourceText.of(pod)).documents().get(0))
            .get(0);
    return new RunningContainer(
        workload.containers().get(0),
        Optional.empty(),
        List.of(),
        node -> ManifestPlace.of("k8s/shop.yaml"));
  }

  private FrameworkApplication application(String libraries) throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (String library : libraries.split(" ", -1)) {
      versions.put(library.split(":", -1)[0], library.split(":", -1)[1]);
    }
    Libraries known = new Libraries(versions);
    return FrameworkApplication.find(classes, known, FrameworkChoice.RECOGNISE).orElseThrow();
  }
}
