package dev.sonde.manifests.shapes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.Golden;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.lint.LintReport;
import dev.sonde.manifests.lint.LintRun;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import dev.sonde.manifests.merge.ManifestMerge;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergePlan;
import dev.sonde.manifests.merge.record.MergeRecord;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ShutdownTiming;
import dev.sonde.rules.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarterManifestsTest {

  private static final List<String> IMAGE = List.of("example/orders:1.0");

  @ParameterizedTest
  @ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet"})
  void isAWorkloadAndAServiceThatTheApiServerWouldTake(String kind) {
    String text = starter(IMAGE, Orders.in(kind).with(new ShutdownTiming(5, 10, 20).termination()));
    Golden.assertSame("shapes/starter/" + kind + ".yaml", text);
    assertThat(errors(text)).isEmpty();
  }

  @Test
  void isADeploymentNamedAfterTheContainerWhereNoWorkloadIsNamed() {
    assertThat(starter(IMAGE, ProbeSet.forContainer("orders")))
        .contains("kind: Deployment\nmetadata:\n  name: orders\n")
        .doesNotContain("kind: Service");
  }

  @Test
  void containersOfOneWorkloadStandInOneManifest() {
    String text =
        starter(
            List.of("example/orders:1.0", "proxy=example/proxy:2"),
            Orders.in("Deployment"),
            Orders.proxy());
    assertThat(text)
        .containsOnlyOnce("kind: Deployment")
        .contains("- name: orders\n          image: example/orders:1.0\n")
        .contains("- name: proxy\n          image: example/proxy:2\n");
    assertThat(errors(text)).isEmpty();
  }

  @Test
  void builtByKustomizeItStaysWhatItIs(@TempDir Path folder) throws Exception {
    String built =
        Kubectl.kustomize(
            folder,
            Map.of(
                "orders.yaml",
                starter(IMAGE, Orders.in("Deployment")),
                "kustomization.yaml",
                "resources: [orders.yaml]\n"));
    assertThat(built).contains("kind: Service", "kind: Deployment", "targetPort: health");
    assertThat(errors(built)).isEmpty();
  }

  @Test
  void mergingFindsNothingToDoInIt() {
    String text = starter(IMAGE, Orders.in("Deployment"));
    MergePlan plan =
        ManifestMerge.plan(
            List.of(ManifestFile.of("orders.yaml", text.getBytes(UTF_8))),
            List.of(Orders.in("Deployment")),
            MergeOptions.DEFAULT,
            MergeRecord.EMPTY);
    assertThat(plan.isClean()).isTrue();
    assertThat(plan.inconsistencies()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Deployment | proxy=a:1 | need the image of container \"orders\". Give it, as in orders=",
        "Deployment | orders= | names no image. Write IMAGE or CONTAINER=IMAGE.",
        "Deployment | =a:1 | names no image",
        "Deployment | a:1,b:1 | Two images are given for one container.",
        "Deployment | orders=a:1,orders=b:1 | Two images are given for container \"orders\".",
        "CronJob | a:1 | can be a Deployment, a StatefulSet or a DaemonSet, and CronJob orders",
      })
  void refusesWhatWouldNotRun(String kind, String images, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> starter(List.of(images.split(",")), Orders.in(kind)))
        .withMessageContaining(reason);
  }

  @Test
  void needsTheNameOfTheContainer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> starter(IMAGE, ProbeSet.forOnlyContainer()))
        .withMessageContaining("A starter manifest needs the container's name.");
  }

  private static String starter(List<String> images, ProbeSet... sets) {
    ShapeOptions options =
        new ShapeOptions(
            BaseManifests.NONE, ContainerImages.parse(images), Optional.empty(), Optional.empty());
    List<ShapeFile> files = Shape.STARTER.render(List.of(sets), options).files();
    assertThat(files).extracting(ShapeFile::path).containsExactly("starter/orders.yaml");
    return files.get(0).text();
  }

  private static List<String> errors(String text) {
    LintRun run = ManifestLinter.with(LintSettings.DEFAULT).start();
    run.add(new ManifestText("orders.yaml", text.getBytes(UTF_8)));
    LintReport report = run.report();
    return report.findings().stream()
        .filter(placed -> placed.finding().severity() == Severity.ERROR)
        .map(PlacedFinding::text)
        .toList();
  }
}
