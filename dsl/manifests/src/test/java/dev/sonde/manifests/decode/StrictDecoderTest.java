package dev.sonde.manifests.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The expectations were compared with Kubernetes' own libraries: sigs.k8s.io/yaml turning the text
 * into JSON, sigs.k8s.io/json decoding it strictly into structs of the same fields.
 */
class StrictDecoderTest {

  private static final StrictDecoder DECODER = StrictDecoder.create();

  private static final String PROBE =
      """
      apiVersion: v1
      kind: Pod
      spec:
        containers:
        - name: orders
          livenessProbe:
      """;

  private static final String JSON_PROBE =
      "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": {\"containers\": [{\"name\":"
          + " \"orders\", \"livenessProbe\": {%s}}]}}";

  private static final String PROBE_PATH = "spec.containers[0].livenessProbe.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "+5",
        "0",
        "-1",
        "010",
        "0o12",
        "0x1F",
        "0b11",
        "1_000",
        "1.0",
        "10.",
        "1e3",
        "1.5e1",
        "08",
        "2147483647",
        "-2147483648",
        "null",
        "~",
        "",
        "!!int \"5\"",
        "-0.0"
      })
  void takesForAWholeNumberWhatArrivesAsOne(String written) {
    assertThat(reported(PROBE + "      periodSeconds: " + written + "\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"10\"',wrong-type",
    "10s,wrong-type",
    "0.5,wrong-type",
    ".5,wrong-type",
    "1e-3,wrong-type",
    "yes,wrong-type",
    "on,wrong-type",
    "abc,wrong-type",
    "12:30,wrong-type",
    "2026-01-01,wrong-type",
    "0o8,wrong-type",
    "1e400,wrong-type",
    "!!str 5,wrong-type",
    "! 5,wrong-type",
    "'[]',wrong-type",
    "'{}',wrong-type",
    "2147483648,number-range",
    "-2147483649,number-range",
    "9223372036854775808,number-range",
    "1e10,number-range",
    ".inf,wrong-type",
    "!!int abc,wrong-type",
    "!!float x,wrong-type"
  })
  void refusesForAWholeNumberWhatArrivesAsSomethingElse(String written, String rule) {
    assertThat(reported(PROBE + "      periodSeconds: " + written + "\n"))
        .containsExactly(rule + " " + PROBE_PATH + "periodSeconds");
  }

  @ParameterizedTest
  @CsvSource({"1.0", "1e1", "1E1", "5.5"})
  void takesTheNumbersOfJsonAsTheyAreWritten(String written) {
    assertThat(reported(JSON_PROBE.formatted("\"periodSeconds\": " + written)))
        .containsExactly("wrong-type " + PROBE_PATH + "periodSeconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "-0", "null", "2147483647"})
  void takesWholeNumbersInJson(String written) {
    assertThat(reported(JSON_PROBE.formatted("\"periodSeconds\": " + written))).isEmpty();
  }

  @Test
  void knowsThatAGracePeriodHas64Bits() {
    assertThat(reported(PROBE + "      terminationGracePeriodSeconds: 9223372036854775807\n"))
        .isEmpty();
    assertThat(reported(PROBE + "      terminationGracePeriodSeconds: 9223372036854775808\n"))
        .containsExactly("number-range " + PROBE_PATH + "terminationGracePeriodSeconds");
  }

  @ParameterizedTest
  @CsvSource({
    "8080,true",
    "http,true",
    "'\"8080\"',true",
    "1e3,true",
    "~,true",
    "70000,true",
    "true,false",
    "80.5,false",
    "3000000000,false",
    "'[80]',false",
    "'{a: 1}',false"
  })
  void takesNumbersAndTextForAPort(String written, boolean accepted) {
    assertThat(reported(PROBE + "      tcpSocket: {port: " + written + "}\n").isEmpty())
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "'{command: [cat, \"5\", ~]}',''",
    "'{command: ~}',''",
    "'{command: cat}',exec.command",
    "'{command: [cat, 5]}',exec.command[1]",
    "'{command: [cat, yes]}',exec.command[1]",
    "'{command: [cat, [a]]}',exec.command[1]",
    "'{command: {a: b}}',exec.command",
    "cat,exec",
    "'[cat]',exec"
  })
  void takesOnlyTextInACommand(String exec, String path) {
    List<String> expected = path.isEmpty() ? List.of() : List.of("wrong-type " + PROBE_PATH + path);
    assertThat(reported(PROBE + "      exec: " + exec + "\n")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "500m,true", "'\"1\"',true", "1,true", "0.5,true", "1Gi,true", "1e3,true", "1E,true",
        "12e-1,true",
    ".5,true", "5.,true", "1K,false", "1gb,false", "'\"\"',false", "true,false", "[],false",
        "1 Gi,false"
  })
  void knowsAmounts(String written, boolean accepted) {
    String limits = "resources: {limits: {cpu: " + written + "}}";
    String manifest = PROBE.replace("livenessProbe:", limits);
    assertThat(reported(manifest).isEmpty()).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z,true",
    "'\"2026-01-31T12:00:00.5+01:00\"',true",
    "null,true",
    "2026-01-31,false",
    "2026-02-30T12:00:00Z,false",
    "'\"\"',false",
    "5,false"
  })
  void knowsTimes(String written, boolean accepted) {
    String manifest = "apiVersion: v1\nkind: Pod\nmetadata: {creationTimestamp: " + written + "}\n";
    assertThat(reported(manifest).isEmpty()).isEqualTo(accepted);
  }

  @Test
  void reportsAllUnknownFieldsTogetherInAlphabeticalOrder() {
    assertThat(
            reported(
                """
                kind: Deployment
                apiVersion: apps/v1
                spec:
                  template:
                    spec:
                      containers:
                      - name: b
                        zz: 1
                        livenessprobe: {}
                      - name: a
                        livenessProbe: {httpGet: {port: 1, hots: x}}
                  replica: 3
                extra: {foo: {bar: 1}}
                """))
        .containsExactly(
            "unknown-field extra",
            "unknown-field spec.replica",
            "unknown-field spec.template.spec.containers[0].livenessprobe",
            "unknown-field spec.template.spec.containers[0].zz",
            "unknown-field spec.template.spec.containers[1].livenessProbe.httpGet.hots");
  }

  @Test
  void reportsUnknownFieldsOfJsonAsTheyAreWritten() {
    assertThat(reported(JSON_PROBE.formatted("\"zz\": 1, \"aa\": 2")))
        .containsExactly(
            "unknown-field " + PROBE_PATH + "zz", "unknown-field " + PROBE_PATH + "aa");
  }

  @Test
  void reportsAWrongTypeAloneAndTheRestOnlyBesides() {
    DecodeVerdict verdict =
        decode(PROBE + "      foo: 1\n      timeoutSeconds: x\n      periodSeconds: y\n");
    assertThat(lines(verdict.reported()))
        .containsExactly("wrong-type " + PROBE_PATH + "periodSeconds");
    assertThat(lines(verdict.further()))
        .containsExactlyInAnyOrder(
            "wrong-type " + PROBE_PATH + "timeoutSeconds", "unknown-field " + PROBE_PATH + "foo");
  }

  @Test
  void givesUpAtOnceOverAPortOfTheWrongType() {
    assertThat(reported(PROBE + "      failureThreshold: x\n      tcpSocket: {port: true}\n"))
        .containsExactly("wrong-type " + PROBE_PATH + "tcpSocket.port");
  }

  @Test
  void reportsDuplicatesAfterUnknownFields() {
    DecodeVerdict verdict =
        decode(PROBE + "      periodSeconds: 1\n      zz: 1\n      periodSeconds: 2\n");
    assertThat(lines(verdict.reported()))
        .containsExactly(
            "unknown-field " + PROBE_PATH + "zz",
            "duplicate-field " + PROBE_PATH + "periodSeconds");
    assertThat(verdict.reported().get(1).message())
        .isEqualTo("key \"periodSeconds\" is on line 7 already.");
  }

  @Test
  void reportsAKeyThatStandsThreeTimesOnce() {
    assertThat(reported(PROBE + "      foo: 1\n      foo: 2\n      foo: 3\n"))
        .containsExactly(
            "unknown-field " + PROBE_PATH + "foo", "duplicate-field " + PROBE_PATH + "foo");
    assertThat(reported(JSON_PROBE.formatted("\"foo\": 1, \"foo\": 2")))
        .containsExactly("unknown-field " + PROBE_PATH + "foo");
  }

  @Test
  void decodesBothValuesOfADuplicateInJsonAndTheLastOneInYaml() {
    assertThat(reported(JSON_PROBE.formatted("\"periodSeconds\": \"x\", \"periodSeconds\": 1")))
        .containsExactly("wrong-type " + PROBE_PATH + "periodSeconds");
    assertThat(reported(PROBE + "      periodSeconds: x\n      periodSeconds: 1\n"))
        .containsExactly("duplicate-field " + PROBE_PATH + "periodSeconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livenessProbe: null",
        "livenessProbe: ",
        "livenessProbe: ~",
        "ports: null",
        "name: null",
        "env: [null]",
        "resources: null",
        "livenessProbe: {httpGet: null}"
      })
  void takesNullForUnset(String field) {
    assertThat(reported("apiVersion: v1\nkind: Pod\nspec: {containers: [{" + field + "}, null]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'? [a]\n: 1',''",
    "'~: 1',~",
    "'<<: 5',<<",
    "'metadata: {labels: {? {a: b} : c}}',metadata.labels."
  })
  void refusesKeysThatJsonDoesNotHave(String line, String path) {
    assertThat(reported("apiVersion: v1\nkind: Pod\n" + line + "\n"))
        .containsExactly("wrong-type " + path);
  }

  @Test
  void followsAliasesAndMergeKeys() {
    assertThat(
            reported(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                  - name: a
                    livenessProbe: &probe {periodSeconds: x, tcpSocket: {port: 1}}
                    readinessProbe: *probe
                    startupProbe:
                      <<: *probe
                      periodSeconds: 1
                """))
        .containsExactly("wrong-type spec.containers[0].livenessProbe.periodSeconds");
    assertThat(
            reported(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                  - name: a
                    livenessProbe: &probe {periodSeconds: 1, foo: 1}
                    readinessProbe:
                      <<: *probe
                """))
        .containsExactly(
            "unknown-field spec.containers[0].livenessProbe.foo",
            "unknown-field spec.containers[0].readinessProbe.foo");
  }

  @Test
  void takesKeysThatAreNoTextForTheirJsonForm() {
    assertThat(reported("apiVersion: v1\nkind: Pod\nmetadata: {labels: {yes: a, 010: b, 1.0: 5}}"))
        .containsExactly("wrong-type metadata.labels.1");
  }

  @Test
  void stopsAtAHundredUnknownFields() {
    StringBuilder probe = new StringBuilder(PROBE);
    for (int i = 0; i < 150; i++) {
      probe.append("      f").append(i).append(": 1\n");
    }
    DecodeVerdict verdict = decode(probe.toString());
    assertThat(verdict.reported()).hasSize(100);
    assertThat(verdict.further()).hasSize(50);
  }

  private static List<String> reported(String manifest) {
    return lines(decode(manifest).reported());
  }

  private static List<String> lines(List<DecodeProblem> problems) {
    return problems.stream().map(problem -> problem.rule().id() + " " + problem.path()).toList();
  }

  private static DecodeVerdict decode(String manifest) {
    YamlStream stream = YamlStream.parse(SourceText.of(manifest));
    MappingNode root = (MappingNode) stream.documents().get(0).root();
    JsonReader object = JsonReader.of(root);
    ObjectKind kind =
        new ObjectKind(object.text("apiVersion").orElseThrow(), object.text("kind").orElseThrow());
    return DECODER.decode(root, kind, stream.source(), stream.problems());
  }
}
