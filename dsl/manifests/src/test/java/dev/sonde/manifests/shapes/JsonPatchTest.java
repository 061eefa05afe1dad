package dev.sonde.manifests.shapes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.manifests.Golden;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {

  private static final String KUSTOMIZATION =
      """
      resources: [base.yaml]
      patches:
        - path: orders.yaml
          target: {kind: Deployment, name: orders}
      """;

  @Test
  void namesTheContainerByTheIndexThatItHasInTheBase() {
    Golden.assertSame("shapes/json6902/orders.yaml", patch(Orders.BASE));
  }

  @Test
  void buildsWithKustomizeAndReplacesWholeProbes(@TempDir Path folder) throws Exception {
    Golden.assertSame(
        "shapes/json6902/built-by-kustomize.yaml",
        Kubectl.kustomize(folder, files(Orders.BASE, patch(Orders.BASE))));
  }

  @Test
  void failsWhereTheContainersHaveMovedSinceRatherThanProbeAnother(@TempDir Path folder)
      throws Exception {
    String moved = Orders.BASE.replace("        - name: proxy\n          image: proxy:1\n", "");
    assertThat(moved).isNotEqualTo(Orders.BASE);
    Kubectl.kustomizeRefuses(folder, files(moved, patch(Orders.BASE)));
    String swapped =
        Orders.BASE
            .replace("name: proxy", "name: x")
            .replace("- name: orders", "- name: proxy")
            .replace("- name: x", "- name: orders");
    assertThat(Kubectl.kustomizeRefuses(folder, files(swapped, patch(Orders.BASE))))
        .contains("containers/1/name");
  }

  @Test
  void declaresThePortWhereTheBaseDoesNot(@TempDir Path folder) throws Exception {
    String other = Orders.BASE.replace("8081", "8080");
    assertThat(patch(other)).contains("path: /spec/template/spec/containers/1/ports/-");
    String none = Orders.BASE.replaceFirst("(?s) *ports:.*?TCP\n", "");
    assertThat(patch(none)).contains("path: /spec/template/spec/containers/1/ports\n");
    assertThat(Kubectl.kustomize(folder, files(none, patch(none))))
        .contains("containerPort: 8081\n          name: health");
  }

  @Test
  void givesThePodItsGracePeriodUnlessItHasALongerOne() {
    ProbeSet slow = Orders.in("Deployment").with(new ShutdownTiming(5, 10, 20).termination());
    String path = "path: /spec/template/spec/terminationGracePeriodSeconds\n  value: ";
    assertThat(text(slow, Orders.BASE)).contains("containers/1/lifecycle\n", path + "40\n");
    assertThat(text(slow, Orders.BASE + "      terminationGracePeriodSeconds: 90\n"))
        .contains(path + "90\n");
  }

  @Test
  void findsSidecarsAndCustomKinds() {
    String rollout =
        Orders.BASE
            .replace("apps/v1", "argoproj.io/v1alpha1")
            .replace("Deployment", "Rollout")
            .replace("containers:", "initContainers:")
            .replace("image: orders:1", "restartPolicy: Always");
    assertThat(text(Orders.in("Rollout"), rollout))
        .contains("/spec/template/spec/initContainers/1/livenessProbe");
  }

  @ParameterizedTest
  @CsvSource({
    "name: orders, name: order, There is no Deployment orders in the base",
    "- name: orders, - name: order, Did you mean \"order\"?",
    "containerPort: 8081, '{name: health, containerPort: 9000}', is 9000 in the base and 8081",
    "metadata:, '\tmetadata:', base.yaml:3:",
  })
  void refusesABaseThatDoesNotFit(String have, String instead, String reason) {
    String base =
        have.startsWith("containerPort")
            ? Orders.BASE.replace(
                "- containerPort: 8081\n              protocol: TCP", "- " + instead)
            : Orders.BASE.replaceFirst(have, instead);
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> patch(base))
        .withMessageContaining(reason);
  }

  @Test
  void needsTheBase() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Shape.KUSTOMIZE_JSON6902.render(
                    List.of(Orders.in("Deployment")), ShapeOptions.NONE))
        .withMessageContaining("Give the manifest of Deployment orders as the base.");
  }

  private static String patch(String base) {
    return text(Orders.in("Deployment"), base);
  }

  private static String text(ProbeSet probes, String base) {
    BaseManifests manifests = BaseManifests.parse("base.yaml", base.getBytes(UTF_8));
    ShapeRendering rendering =
        Shape.KUSTOMIZE_JSON6902.render(
            List.of(probes),
            new ShapeOptions(manifests, ContainerImages.NONE, Optional.empty(), Optional.empty()));
    assertThat(rendering.files())
        .extracting(ShapeFile::path)
        .containsExactly("kustomize-json6902/orders.yaml");
    return rendering.files().get(0).text();
  }

  private static Map<String, String> files(String base, String patch) {
    return Map.of("base.yaml", base, "orders.yaml", patch, "kustomization.yaml", KUSTOMIZATION);
  }
}
