package dev.sonde.manifests.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.RandomProbes;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentOverridesTest {

  private static final String HEAD = "apiVersion: sonde.dev/v1\nkind: Overrides\nenvironments:\n";

  private static final ProbeSet ORDERS =
      declared(
          """
          container: orders
          workload: {kind: Deployment, name: orders}
          ports: [{name: health, containerPort: 8081}]
          startupProbe:
            httpGet: {path: /startedz, port: health}
            failureThreshold: 30
          livenessProbe:
            httpGet:
              path: /livez
              port: health
              httpHeaders: [{name: X-A, value: a}]
            periodSeconds: 2
            terminationGracePeriodSeconds: 10
          """);

  private static final ProbeSet PROXY =
      declared("container: proxy\nreadinessProbe: {tcpSocket: {port: 9090}}\n");

  private static ProbeSet declared(String fields) {
    return ProbeSetReader.read(
        "probes.yaml", "apiVersion: sonde.dev/v1\nkind: ProbeSet\n" + fields);
  }

  private static EffectiveProbes apply(String environment, String environments) {
    return EnvironmentOverrides.read("env.yaml", (HEAD + environments).getBytes(UTF_8))
        .apply(environment, List.of(ORDERS, PROXY));
  }

  /** Overrides of the first container, in environment {@code prod}. */
  private static ProbeSet orders(String fields) {
    String override = "  prod:\n    - container: orders\n" + fields.indent(6);
    return apply("prod", override).probes().get(0);
  }

  private static String fields(String yaml) {
    return declared(yaml).toYaml();
  }

  @Test
  void changesTheFieldsThatItNamesAndNoOther() {
    EffectiveProbes effective =
        apply(
            "prod",
            """
              prod:
                - container: orders
                  livenessProbe: {periodSeconds: 20, httpGet: {port: 8081}}
              dev: []
            """);

    assertThat(effective.probes().get(0).toYaml())
        .isEqualTo(
            fields(
                """
                startupProbe:
                  httpGet: {path: /startedz, port: health}
                  failureThreshold: 30
                livenessProbe:
                  httpGet:
                    path: /livez
                    port: 8081
                    httpHeaders: [{name: X-A, value: a}]
                  periodSeconds: 20
                  terminationGracePeriodSeconds: 10
                """));
    assertThat(effective.probes().get(0).ports()).isEqualTo(ORDERS.ports());
    assertThat(effective.probes().get(1)).isEqualTo(PROXY);
  }

  @Test
  void anEnvironmentThatSaysNothingHasTheProbesOfTheCode() {
    assertThat(apply("dev", "  dev: []\n"))
        .isEqualTo(EffectiveProbes.declared(List.of(ORDERS, PROXY)));
  }

  @Test
  void nullTakesAwayAProbeAHandlerOrAField() {
    ProbeSet probes =
        orders(
            """
            startupProbe: null
            livenessProbe:
              httpGet: null
              tcpSocket: {port: health}
              periodSeconds:
            """);

    assertThat(probes.toYaml())
        .isEqualTo(
            fields(
                """
                livenessProbe:
                  tcpSocket: {port: health}
                  terminationGracePeriodSeconds: 10
                """));
  }

  @Test
  void addsAProbe() {
    assertThat(orders("readinessProbe: {grpc: {port: 9000, service: ''}}").readiness())
        .contains(
            declared("readinessProbe: {grpc: {port: 9000, service: ''}}")
                .readiness()
                .orElseThrow());
  }

  @Test
  void replacesAListAsAWhole() {
    String headers = "livenessProbe: {httpGet: {httpHeaders: [{name: X-B, value: b}]}}";
    assertThat(orders(headers).toYaml()).contains("X-B").doesNotContain("X-A");
    assertThat(orders("livenessProbe: {httpGet: {httpHeaders: []}}").toYaml())
        .doesNotContain("httpHeaders");
  }

  @Test
  void takesValuesFromAnchorsAndMergeKeys() {
    EffectiveProbes effective =
        apply(
            "prod",
            """
              dev: [{container: orders, livenessProbe: &slow {periodSeconds: 60}}]
              prod: [{container: orders, livenessProbe: {<<: *slow, timeoutSeconds: 5}}]
            """);

    assertThat(effective.probes().get(0).toYaml())
        .contains("periodSeconds: 60", "timeoutSeconds: 5");
  }

  /** Whatever is declared, overrides can make anything else of it. */
  @Test
  void whatDiffersBetweenTwoSetsMakesTheOneOfTheOther() {
    RandomProbes random = new RandomProbes(4711);
    for (int i = 0; i < 2000; i++) {
      ProbeSet from = random.set();
      ProbeSet to = from;
      for (Map.Entry<ProbeKind, Probe> probe : random.set().probes().entrySet()) {
        to = to.with(probe.getKey(), probe.getValue());
      }
      String written = Yaml.write(difference(from.toFields(), to.toFields()));
      MappingNode override =
          (MappingNode) YamlStream.parse(SourceText.of(written)).documents().get(0).root();

      assertThat(new ProbeOverlay().over(from, override)).as(written).isEqualTo(to);
    }
  }

  private static YamlMap difference(YamlMap from, YamlMap to) {
    YamlMap.Builder difference = YamlMap.builder();
    to.entries()
        .forEach(
            (name, value) -> {
              YamlNode old = from.entries().get(name);
              boolean both = old instanceof YamlMap && value instanceof YamlMap;
              if (!value.equals(old)) {
                difference.put(name, both ? difference((YamlMap) old, (YamlMap) value) : value);
              }
            });
    from.entries().keySet().stream()
        .filter(name -> !to.entries().containsKey(name))
        .forEach(name -> difference.put(name, new YamlNull()));
    return difference.build();
  }

  @Test
  void findsTheContainerByItsWorkload() {
    EffectiveProbes effective =
        apply(
            "prod",
            """
              prod: [{workload: {kind: Deployment}, livenessProbe: null}]
            """);

    assertThat(effective.probes().get(0).liveness()).isEmpty();
  }

  @Test
  void tellsWhereEachFieldComesFrom() {
    EffectiveProbes effective =
        apply(
            "prod",
            """
              prod:
                - container: orders
                  startupProbe: null
                  livenessProbe:
                    httpGet:
                      path: /alive
                      port: 8080
                    terminationGracePeriodSeconds: null
                    timeoutSeconds: 3
                    periodSeconds: null
            """);

    assertThat(effective.origins().fields(effective.probes().get(0)))
        .extracting(field -> field.path() + " <- " + field.origin().text())
        .containsExactly(
            "livenessProbe.httpGet.path <- override prod, env.yaml:9",
            "livenessProbe.httpGet.port <- override prod, env.yaml:10",
            "livenessProbe.httpGet.scheme <- default",
            "livenessProbe.httpGet.httpHeaders <- code",
            "livenessProbe.initialDelaySeconds <- default",
            "livenessProbe.timeoutSeconds <- override prod, env.yaml:12",
            "livenessProbe.periodSeconds <- override prod, env.yaml:13",
            "livenessProbe.successThreshold <- default",
            "livenessProbe.failureThreshold <- default");
    assertThat(OverrideOrigins.NONE.fields(PROXY).get(0).origin()).isEqualTo(OverrideOrigin.CODE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prod: [{container: order}]                     | 4:22 | override-container-unknown | container \"orders\" of Deployment orders; container \"proxy\". Did you mean \"orders\"?",
        "prod: [{container: orders, workload: {name: x}}] | 4:22 | override-container-unknown | Correct the name",
        "prod: [{livenessProbe: null}]                  | 4:10 | override-container-unclear | Name the container",
        "prod: [{container: proxy}, {container: proxy}] | 4:42 | override-twice | one entry",
        "prod: [{container: orders, livenessProb: {}}]  | 4:30 | unknown-field | livenessProbe",
        "prod: [{container: orders, livenessProbe: {periodSecond: 5}}] | 4:46 | unknown-field | periodSeconds",
        "prod: [{container: orders, livenessProbe: {periodSeconds: x}}] | 4:61 | wrong-type | periodSeconds",
        "prod: {container: orders}                      | 4:9  | wrong-type | list",
        "prod: [{container: orders, livenessProbe: {tcpSocket: {port: 1}}}] | 4:57 | one-handler | So it would be in environment prod.",
        "prod: [{container: orders, livenessProbe: {httpGet: null}}] | 4:45 | handler-missing | environment prod",
        "prod: [{container: orders, livenessProbe: {successThreshold: 2}}] | 4:64 | liveness-success-threshold | environment prod",
        "prod: [{container: orders, livenessProbe: {httpGet: {port: 0}}}] | 4:62 | port-range | environment prod",
        "prod: [{container: proxy, startupProbe: {httpGet: {path: /}}}] | 4:44 | port-range | environment prod",
        "prod: [{container: orders, livenessProbe: {httpGet: {path: /x, port: 8081}}}] | 4:62 | override-endpoint | served: /livez, /startedz. Keep the path",
        "test: [{container: proxy, startupProbe: {}}]   | 4:43 | handler-missing | environment test",
      })
  void tellsPlaceRuleAndRemedyOfAMistake(String line, String place, String rule, String words) {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(
            () ->
                apply(
                    "prod", "  " + line + "\n  prod: []\n".repeat(line.startsWith("test") ? 1 : 0)))
        .withMessageContaining("env.yaml:" + place + ": [" + rule + "]")
        .withMessageContaining(words);
  }

  @Test
  void listsTheEnvironmentsThereAre() {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> apply("prd", "  dev: []\n  prod: []\n"))
        .withMessage(
            "env.yaml:3:1: [environment-unknown] there is no environment \"prd\"; available: dev,"
                + " prod. Did you mean \"prod\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: 1', document-version",
    "'apiVersion: sonde.dev/v2\nkind: Overrides', document-version",
    "'[]', document-shape",
    "'a: [', yaml-syntax",
    "'apiVersion: sonde.dev/v1\nkind: Overrides\nenvironments: {a: [], a: []}', duplicate-field",
  })
  void refusesWhatIsNoSuchFile(String text, String rule) {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> EnvironmentOverrides.read("env.yaml", text.getBytes(UTF_8)))
        .withMessageContaining("[" + rule + "]");
  }

  @Test
  void needsTheFileOnlyForAnEnvironment(@TempDir Path folder) throws IOException {
    List<ProbeSet> declared = List.of(ORDERS);
    Optional<String> prod = Optional.of("prod");
    Path other = folder.resolve("other.yaml");

    assertThat(EnvironmentChoice.of(Optional.empty(), Optional.empty(), folder).apply(declared))
        .isEqualTo(EffectiveProbes.declared(declared));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> EnvironmentChoice.of(prod, Optional.empty(), folder).apply(declared))
        .withMessageStartingWith(
            "sonde-environments.yaml: [file-unreadable] there is no such file, so nothing is known"
                + " of environment \"prod\".");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvironmentChoice.of(Optional.empty(), Optional.of(other), folder))
        .withMessageContaining("Name one of those in it.");

    Files.writeString(other, HEAD + "  prod: [{container: orders, livenessProbe: null}]\n");
    assertThat(
            EnvironmentChoice.of(prod, Optional.of(other), folder)
                .apply(declared)
                .origins()
                .overrideOf(ORDERS.container(), FieldPath.of("livenessProbe"))
                .map(OverrideOrigin::text))
        .as("named as it lies in the project")
        .contains("override prod, other.yaml:4");
    assertThat(
            EnvironmentChoice.of(prod, Optional.of(other), folder).apply(declared).probes().get(0))
        .extracting(ProbeSet::liveness)
        .isEqualTo(Optional.empty());
  }
}
