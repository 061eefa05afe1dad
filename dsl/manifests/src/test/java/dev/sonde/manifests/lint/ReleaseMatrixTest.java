package dev.sonde.manifests.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.decode.GatedManifest;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.release.FeatureGate;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each release says of each field behind a gate; the table of docs/releases.md. */
class ReleaseMatrixTest {

  private static final Path PAGE = Path.of("../../docs/releases.md");
  private static final String BEGIN = "<!-- The table is written by ReleaseMatrixTest. -->\n";
  private static final String END = "<!-- End of the table. -->\n";

  private static final List<String> WORDS = List.of("unknown", "refused", "dropped", "beta", "yes");

  /** Rewrite it with {@code -Dsonde.golden.rewrite=true}. */
  @Test
  void thePageSaysWhatLintSays() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(PAGE, expected, UTF_8);
    }
    assertThat(PAGE).content(UTF_8).isEqualTo(expected);
  }

  /** The facts about fields around containers, from what was seen and read of Kubernetes. */
  @ParameterizedTest
  @CsvSource({
    "Container.restartPolicy, refused refused refused dropped beta beta beta",
    "Container.restartPolicyRules, unknown unknown unknown dropped beta beta beta",
    "Lifecycle.stopSignal, unknown unknown dropped dropped dropped dropped dropped",
    "HTTPGetAction.protocol, unknown unknown unknown unknown unknown unknown dropped",
    "GRPCAction.mode, unknown unknown unknown unknown unknown unknown dropped",
    "LifecycleHandler.sleep, beta beta beta yes yes yes yes",
    "SleepAction.seconds=0, refused refused beta yes yes yes yes",
    "Container.resizePolicy, dropped dropped beta beta yes yes yes",
    "RollingUpdateStatefulSetStrategy.maxUnavailable, dropped dropped dropped dropped dropped"
        + " dropped beta"
  })
  void eachReleaseSaysItsOwn(String field, String expected) {
    assertThat(row(field).collect(joining(" "))).isEqualTo(expected);
  }

  @Test
  void aRuleThatRestartsAllContainersIsKnownFrom136On() {
    String rules = "[{action: RestartAllContainers, exitCodes: {operator: In, values: [1]}}]";
    GatedManifest manifest =
        new GatedManifest(
            ("{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, restartPolicy: Never,"
                    + " restartPolicyRules: %s}]}}")
                .formatted(rules),
            "spec.containers[0].restartPolicyRules[0].action");
    assertThat(KubernetesVersion.ALL.stream().map(release -> said(manifest, release)))
        .containsExactly("unknown", "unknown", "unknown", "dropped", "refused", "beta", "beta");
  }

  private static String table() {
    String head =
        "| field | gate | "
            + KubernetesVersion.ALL.stream().map(Object::toString).collect(joining(" | "))
            + " |\n|---|---"
            + "|---".repeat(KubernetesVersion.ALL.size())
            + "|\n";
    return head
        + Stream.of(FeatureGate.values())
            .flatMap(gate -> gate.fields().stream().map(field -> line(gate, field)))
            .collect(joining())
        + "\nHow many of these fields each release refuses, drops and keeps:\n\n"
        + summary();
  }

  private static String summary() {
    List<List<String>> rows =
        Stream.of(FeatureGate.values())
            .flatMap(gate -> gate.fields().stream())
            .map(field -> row(field).toList())
            .toList();
    StringBuilder text = new StringBuilder("| | " + String.join(" | ", WORDS) + " |\n");
    text.append("|---".repeat(WORDS.size() + 1)).append("|\n");
    for (KubernetesVersion release : KubernetesVersion.ALL) {
      int column = KubernetesVersion.ALL.indexOf(release);
      text.append("| ").append(release);
      for (String word : WORDS) {
        text.append(" | ").append(rows.stream().filter(r -> r.get(column).equals(word)).count());
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static String line(FeatureGate gate, String field) {
    return "| `%s` | %s | %s |\n"
        .formatted(field.replace("=", ": "), gate.word(), row(field).collect(joining(" | ")));
  }

  private static Stream<String> row(String field) {
    GatedManifest manifest = GatedManifest.of(field);
    return KubernetesVersion.ALL.stream().map(release -> said(manifest, release));
  }

  private static String said(GatedManifest manifest, KubernetesVersion release) {
    ManifestLinter linter =
        ManifestLinter.with(LintSettings.DEFAULT.withReleases(List.of(release)));
    List<Finding> findings =
        linter.lint("x.yaml", manifest.text()).findings().stream()
            .map(PlacedFinding::finding)
            .toList();
    Stream<String> here =
        findings.stream()
            .filter(one -> one.focus().toString().equals(manifest.path()))
            .map(ReleaseMatrixTest::word);
    Stream<String> around =
        findings.stream()
            .filter(one -> manifest.path().startsWith(one.focus() + ".") || isListOf(one, manifest))
            .map(ReleaseMatrixTest::word)
            .filter(List.of("unknown", "dropped")::contains);
    return Stream.concat(here, around).filter(word -> !word.isEmpty()).findFirst().orElse("yes");
  }

  private static boolean isListOf(Finding finding, GatedManifest manifest) {
    return manifest.path().startsWith(finding.focus() + "[");
  }

  private static String word(Finding finding) {
    return switch (finding.ruleId()) {
      case "unknown-field" -> "unknown";
      case "gate-off" -> "dropped";
      case "gate-beta" -> "beta";
      default -> finding.kind() == FindingKind.API ? "refused" : "";
    };
  }
}
