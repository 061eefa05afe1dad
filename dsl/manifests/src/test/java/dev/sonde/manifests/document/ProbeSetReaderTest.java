package dev.sonde.manifests.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sonde.manifests.RandomProbes;
import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.TerminationTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeSetReaderTest {

  private static final String HEAD = "apiVersion: sonde.dev/v1\nkind: ProbeSet\n";

  @Test
  void readsWhatWasWritten() {
    RandomProbes random = new RandomProbes(20261123);
    for (int i = 0; i < 2000; i++) {
      ProbeSet probes = random.set();
      if (i % 2 == 0) {
        probes =
            probes
                .withChecks(ProbeKind.LIVENESS, List.of())
                .withChecks(ProbeKind.READINESS, List.of("database", "a: b\u2028c"));
      }
      String text = new ProbeSetDocument(List.of("by a test"), probes).toYaml();

      assertThat(ProbeSetReader.decode("x.yaml", text)).as(text).isEqualTo(probes);
    }
  }

  @Test
  void readsTheDocumentsOfSeveralContainers() {
    String text =
        HEAD
            + "container: one\n---\n"
            + HEAD
            + "container: two\nports: [{containerPort: 1}]\n---\n";
    assertThat(ProbeSetReader.readAll("probes.yaml", text.getBytes(UTF_8)))
        .extracting(probes -> probes.container().name().orElseThrow())
        .containsExactly("one", "two");
  }

  @Test
  void tellsTheLineOfAMistakeInALaterDocument() {
    String text = HEAD + "container: one\n---\n" + HEAD + "container: two\ncontainer: three\n";
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProbeSetReader.readAll("probes.yaml", text.getBytes(UTF_8)))
        .withMessageStartingWith("probes.yaml:8")
        .withMessageNotContaining("probes.yaml:1");
  }

  @Test
  void readsWhatPeopleWrite() {
    ProbeSet probes =
        ProbeSetReader.read(
            "probes.yaml",
            """
            kind: ProbeSet           # any order, any style
            apiVersion: "sonde.dev/v1"
            livenessProbe: {httpGet: {path: /livez, port: health}, periodSeconds: 5}
            readinessProbe:
            lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
            terminationGracePeriodSeconds: 60
            workload: {kind: Deployment}
            """);

    assertThat(probes.container().name()).isEmpty();
    assertThat(probes.container().workload().kind()).contains("Deployment");
    assertThat(probes.liveness())
        .contains(
            Probe.of(HttpGet.of("/livez", Port.named("health"))).toBuilder()
                .periodSeconds(5)
                .build());
    assertThat(probes.readiness()).as("null is not written").isEmpty();
    assertThat(probes.termination())
        .isEqualTo(
            TerminationTiming.DEFAULT
                .withPreStop(LifecycleHook.of(Exec.of("sleep", "5")))
                .withTerminationGracePeriodSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "livenessProbe: {periodSecond: 5}            | 3:17 | unknown-field",
        "containers: orders                          | 3:1  | unknown-field",
        "livenessProbe: {periodSeconds: '5'}         | 3:32 | wrong-type",
        "livenessProbe: {periodSeconds: 5s}          | 3:32 | wrong-type",
        "livenessProbe: {periodSeconds: 0.5}         | 3:32 | wrong-type",
        "livenessProbe: {periodSeconds: 2147483648}  | 3:32 | number-range",
        "livenessProbe: []                           | 3:16 | wrong-type",
        "livenessProbe: {exec: {command: cat}}       | 3:33 | wrong-type",
        "livenessProbe: {exec: {command: [1]}}       | 3:34 | wrong-type",
        "livenessProbe: {httpGet: {httpHeaders: [x]}} | 3:41 | wrong-type",
        "container: 5                                | 3:12 | wrong-type",
        "ports: [5]                                  | 3:9  | wrong-type",
        "ports: [{containerPort: 65536}]             | 3:25 | port-range",
        "ports: [{name: Health, containerPort: 80}]  | 3:16 | port-name",
        "ports: [{name: a, containerPort: 1}, {name: a, containerPort: 2}] | 3:45 | port-name-duplicate",
        "livenessProbe: {httpGet: {port: '8080'}}    | 3:33 | port-name",
        "livenessProbe: {exec: {command: [a]}, successThreshold: 2} | 3:57 | liveness-success-threshold",
        "livenessProbe: {}                           | 3:16 | handler-missing",
        "lifecycle: {postStart: {sleep: {seconds: 1}}} | 3:13 | unknown-field",
        "lifecycle: {preStop: {grpc: {port: 1}}}     | 3:23 | unknown-field",
        "lifecycle: {preStop: {sleep: {seconds: 5s}}} | 3:40 | wrong-type",
        "lifecycle: {preStop: {sleep: {seconds: 31}}} | 3:40 | hook-sleep-range",
        "lifecycle: {preStop: {}}                    | 3:22 | handler-missing",
        "checks: {liveness: []}                      | 3:10 | unknown-field",
        "checks: {livenessProbe: [1]}                | 3:26 | wrong-type",
        "terminationGracePeriodSeconds: 30s          | 3:32 | wrong-type",
        "terminationGracePeriodSeconds: 0            | 3:32 | grace-period-positive",
      })
  void tellsPlaceAndRuleOfAMistake(String line, String place, String ruleId) {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProbeSetReader.read("probes.yaml", HEAD + line + "\n"))
        .withMessageContaining("probes.yaml:" + place + ": [" + ruleId + "]");
  }

  @Test
  void tellsAllMistakesAtOnceInTheOrderOfTheFile() {
    String text = HEAD + "startupProbe: {periodSeconds: x}\nlivenessProbe: {period: 1}\n";

    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProbeSetReader.read("p.yaml", text))
        .satisfies(
            thrown ->
                assertThat(thrown.mistakes())
                    .extracting(mistake -> mistake.position().line())
                    .containsExactly(3, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: sonde.dev/v9\nkind: ProbeSet\n",
        "apiVersion: apps/v1\nkind: Deployment\n",
        "container: orders\n"
      })
  void refusesAnotherKindOfDocument(String text) {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProbeSetReader.read("p.yaml", text))
        .withMessageContaining("[document-version]")
        .withMessageContaining("sonde.dev/v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a\n", HEAD + "---\n" + HEAD})
  void refusesAnythingButOneMap(String text) {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProbeSetReader.read("p.yaml", text))
        .withMessageContaining("[document-shape]");
  }

  @Test
  void tellsBrokenYaml() {
    assertThatExceptionOfType(UnreadableDocumentException.class)
        .isThrownBy(() -> ProbeSetReader.read("p.yaml", HEAD + "container: [\n"))
        .withMessageContaining("[yaml-syntax]");
  }

  @Test
  void findsTheDocumentsOfAFolderInOrder(@TempDir Path classes) throws IOException {
    Path folder = Files.createDirectories(classes.resolve(ProbeSetDocument.FOLDER));
    Files.writeString(folder.resolve("b.yaml"), HEAD + "container: b\n");
    Files.writeString(folder.resolve("a.yaml"), HEAD + "container: a\n");
    Files.writeString(folder.resolve("note.txt"), "not a document");

    assertThat(ProbeSetFiles.in(classes))
        .extracting(ProbeSetFiles.Named::name)
        .containsExactly("a", "b");
  }

  @Test
  void findsNothingWhereNothingIs(@TempDir Path classes) throws IOException {
    assertThat(ProbeSetFiles.in(classes)).isEmpty();
  }
}
