package dev.sonde.manifests.lint;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a real kube-apiserver 1.36.2 said to manifests, beside what lint says of them. The server
 * reads the first document of a text and no other, so only that one is compared; lint judges a
 * file, all documents of it, as kubectl sends them one by one.
 */
class ApiServerCasesTest {

  private static final ManifestLinter LINTER =
      ManifestLinter.with(
          LintSettings.DEFAULT.withReleases(List.of(KubernetesVersion.parseSupported("1.36"))));

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          entry("handler-missing", "FieldValueRequired"),
          entry("one-handler", "FieldValueForbidden"),
          entry("exec-command", "FieldValueRequired"),
          entry("http-scheme", "FieldValueNotSupported"),
          entry("http-header-name", "FieldValueInvalid"),
          entry("port-range", "FieldValueInvalid"),
          entry("port-name", "FieldValueInvalid"),
          entry("negative-number", "FieldValueInvalid"),
          entry("grace-period-positive", "FieldValueInvalid"),
          entry("liveness-success-threshold", "FieldValueInvalid"),
          entry("startup-success-threshold", "FieldValueInvalid"),
          entry("readiness-grace-period", "FieldValueInvalid"),
          entry("hook-sleep-range", "FieldValueInvalid"),
          entry("init-container-probe", "FieldValueForbidden"),
          entry("init-container-lifecycle", "FieldValueForbidden"),
          entry("ephemeral-container", "FieldValueForbidden"),
          entry("wrong-type", "WrongType"),
          entry("number-range", "WrongType"),
          entry("unknown-field", "UnknownField"),
          entry("duplicate-field", "DuplicateKey"));

  /** One manifest with the server's answer. */
  private record Case(
      String id,
      String format,
      String text,
      String stage,
      List<String> causes,
      List<String> otherCauses) {

    static Case of(JsonNode node) {
      return new Case(
          node.get("id").asText(),
          node.get("format").asText(),
          node.get("text").asText(),
          node.get("stage").asText(),
          causes(node.path("causes")),
          causes(node.path("otherCauses")));
    }

    private static List<String> causes(JsonNode nodes) {
      List<String> causes = new ArrayList<>();
      nodes.forEach(
          cause -> causes.add(cause.get("reason").asText() + " " + cause.path("field").asText()));
      return causes;
    }

    boolean is(String reason) {
      return causes.stream().anyMatch(cause -> cause.startsWith(reason + " "));
    }

    List<PlacedFinding> refusals() {
      return LINTER.lint(id + "." + format, text).findings().stream()
          .filter(finding -> finding.document() == 1)
          .filter(finding -> finding.finding().severity() == Severity.ERROR)
          .filter(finding -> finding.finding().kind() != FindingKind.LINT)
          .toList();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in =
        ApiServerCasesTest.class.getResourceAsStream("/kubernetes/apiserver-cases.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return StreamSupport.stream(cases.spliterator(), false).map(Case::of).toList().stream();
    }
  }

  static Stream<Case> validated() throws IOException {
    return cases().filter(one -> one.stage.equals("validation"));
  }

  static Stream<Case> ofWrongType() throws IOException {
    return cases().filter(one -> one.is("WrongType"));
  }

  static Stream<Case> withUnknownFields() throws IOException {
    return cases().filter(one -> one.is("UnknownField"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theServersVerdictIsLints(Case one) {
    List<PlacedFinding> refusals = one.refusals();

    assertThat(!refusals.isEmpty())
        .as("%s%nthe server: %s %s%nlint: %s", one.text, one.stage, one.causes, refusals)
        .isEqualTo(!one.stage.equals("accepted"));
  }

  /** What lint says of rules for exit codes, the data count among what it need not know. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("validated")
  void theFieldsAndReasonsAreTheServers(Case one) {
    List<String> found = new ArrayList<>(one.refusals().stream().map(this::cause).toList());
    found.removeIf(cause -> one.otherCauses.stream().anyMatch(other -> isSameField(other, cause)));

    assertThat(found).as(one.text).containsExactlyInAnyOrderElementsOf(one.causes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofWrongType")
  void theFieldOfTheWrongTypeIsTheServers(Case one) {
    assertThat(one.refusals())
        .as(one.text)
        .extracting(finding -> withoutIndices(cause(finding)))
        .containsExactlyElementsOf(one.causes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withUnknownFields")
  void theUnknownFieldsAreTheServers(Case one) {
    assertThat(one.refusals())
        .as(one.text)
        .extracting(this::cause)
        .filteredOn(cause -> cause.startsWith("UnknownField "))
        .containsExactlyInAnyOrderElementsOf(
            one.causes.stream().filter(cause -> cause.startsWith("UnknownField ")).toList());
  }

  /** Go names no index, and of a map of texts not the key. */
  private static String withoutIndices(String cause) {
    return cause
        .replaceAll("\\[[^]]*]", "")
        .replaceAll("(labels|annotations|nodeSelector|limits|requests)\\..*", "$1");
  }

  private static boolean isSameField(String one, String other) {
    return field(one).equals(field(other)) && field(one).contains(".restartPolicyRules");
  }

  private static String field(String cause) {
    return cause.substring(cause.indexOf(' ') + 1);
  }

  private String cause(PlacedFinding placed) {
    String id = placed.finding().ruleId();
    String reason = id.equals("container-restart-policy") ? ofPolicy(placed) : REASONS.get(id);
    return reason + " " + placed.finding().fieldPath();
  }

  private static String ofPolicy(PlacedFinding placed) {
    return placed.finding().message().contains("is not supported")
        ? "FieldValueNotSupported"
        : "FieldValueRequired";
  }
}
