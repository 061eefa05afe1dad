package dev.sonde.manifests.merge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.FileNames;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.shapes.ShapeRequest;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.KubernetesOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generating and merging say, by release, of fields that the code declares. */
class DeclaredFieldsByReleaseTest {

  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: orders}
      spec:
        os: {name: linux}
        containers:
          - name: orders
            image: orders:1
      """;

  private static ProbeSet declaring(String field) {
    ProbeSet orders = ProbeSet.forContainer("orders");
    return switch (field) {
      case "protocol" ->
          orders.with(
              ProbeKind.READINESS,
              Probe.of(HttpGet.of("/", Port.of(80)).withProtocol(HttpGet.HTTP2)));
      case "mode" -> orders.with(ProbeKind.READINESS, Probe.of(Grpc.of(80).withMode(Grpc.TLS)));
      case "stopSignal" -> orders.stopSignal("SIGINT");
      case "restartPolicy" -> orders.restartPolicy("Never");
      case "restartPolicyRules" -> orders.restartPolicy("Never", RestartRule.onExitCodes(42));
      default ->
          orders.restartPolicy("Never", RestartRule.onExitCodes(42).restartingAllContainers());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "protocol,             refused refused  refused  refused  refused  refused   gate-off",
    "mode,                 refused refused  refused  refused  refused  refused   gate-off",
    "stopSignal,           refused refused  gate-off gate-off gate-off gate-off  gate-off",
    "restartPolicy,        refused refused  refused  gate-off gate-beta gate-beta gate-beta",
    "restartPolicyRules,   refused refused  refused  gate-off gate-beta gate-beta gate-beta",
    "RestartAllContainers, refused refused  refused  gate-off refused  gate-beta gate-beta"
  })
  void aReleaseThatDoesNotKnowTheFieldRefusesAndAGateIsTold(String field, String verdicts)
      throws IOException {
    ProbeSet probes = declaring(field);
    List<String> generated = new ArrayList<>();
    List<String> merged = new ArrayList<>();
    for (KubernetesVersion release : KubernetesVersion.ALL) {
      generated.add(generated(probes, release));
      merged.add(merge(probes, List.of(release)).refusals().isEmpty() ? "taken" : "refused");
    }
    assertThat(generated).containsExactly(verdicts.split(" +"));
    assertThat(merged).containsExactly(verdicts.replaceAll("gate-(off|beta)", "taken").split(" +"));
  }

  /** By making it an init container with a probe. */
  @Test
  void aPolicyThatWouldUnmakeASidecarIsRefused() {
    String sidecar =
        MANIFEST
                .replace("containers:", "initContainers:")
                .replace("orders:1", "orders:1\n      restartPolicy: Always")
            + "  containers: [{name: app, image: app}]\n";
    ProbeSet never = declaring("mode").restartPolicy("Never");
    assertThat(merge(never, List.of(KubernetesVersion.DEFAULT), sidecar).refusals())
        .extracting(refusal -> refusal.finding().ruleId())
        .contains("init-container-probe");
  }

  /** Nobody has to know where the release is named: the message says it. */
  @Test
  void aRefusalSaysForWhichReleasesItHoldsAndHowToNameOthers() {
    assertThat(merge(declaring("protocol"), KubernetesOption.several(List.of())).refusals())
        .extracting(refusal -> refusal.finding().text())
        .containsExactly(
            "[unknown-field] in Kubernetes 1.35 and 1.36: httpGet of the readiness probe of"
                + " container \"orders\" has no field \"protocol\": it came with Kubernetes 1.37."
                + " Remove it, or say which releases you deploy to: --kubernetes, in a pom"
                + " <kubernetes>.",
            "[gate-off] Kubernetes 1.37 drops"
                + " \"spec.containers[0].readinessProbe.httpGet.protocol\" without a word: feature"
                + " gate H2CContainerProbe, there since 1.37, is off by default. Remove it, or switch"
                + " the gate on in the API server and in every kubelet.");
  }

  /** The reader has the manifest of 8 lines before him, not what would have been merged. */
  @Test
  void aRefusalPointsIntoTheFileAsItIs() {
    assertThat(merge(declaring("protocol"), KubernetesOption.several(List.of())).refusals())
        .extracting(refusal -> refusal.place().toString())
        .containsOnly("k8s.yaml:7:7");
  }

  private static String generated(ProbeSet probes, KubernetesVersion release) throws IOException {
    ShapeRequest request =
        new ShapeRequest(
            List.of("blocks"),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(release));
    try {
      String notes = String.join("\n", request.render(List.of(probes)).notes());
      return notes.contains("[gate-off]")
          ? "gate-off"
          : notes.contains("[gate-beta]") ? "gate-beta" : "taken";
    } catch (IllegalArgumentException refused) {
      return "refused";
    }
  }

  private static MergePlan merge(ProbeSet probes, List<KubernetesVersion> releases) {
    return merge(probes, releases, MANIFEST);
  }

  private static MergePlan merge(
      ProbeSet probes, List<KubernetesVersion> releases, String manifest) {
    ManifestFile file = ManifestFile.of("k8s.yaml", manifest.getBytes(UTF_8));
    return new ManifestMerge(
            List.of(file),
            MergedProbes.of(List.of(probes)),
            FileNames.from(Path.of("")),
            MergeOptions.DEFAULT.withReleases(releases),
            MergeRecord.EMPTY)
        .judged();
  }
}
