package com.example.tide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step: the tide's configuration and manifest, and nothing of Sonde's in either. */
class AdoptionTest {

  @TempDir Path folder;

  @Test
  void aManifestForAnotherHelidonIsFoundWrongAndMendedWithoutAnEditOfTheApplication()
      throws IOException {
    Path resources = Path.of("src", "main", "resources");
    Path manifest = Files.copy(Path.of("k8s", "tide.yaml"), folder.resolve("tide.yaml"));

    long begun = System.nanoTime();
    MergeSession session = session(resources, manifest);
    assertThat(DriftReport.of(session.plan(), Severity.ERROR).findings())
        .extracting(found -> found.finding().fieldPath().toString())
        .anyMatch(field -> field.endsWith("livenessProbe.httpGet.port"))
        .anyMatch(field -> field.endsWith("readinessProbe.httpGet.path"));
    session.write();
    DriftReport green = DriftReport.of(session(resources, manifest).plan(), Severity.WARNING);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(green.findings()).isEmpty();
    assertThat(manifest)
        .content()
        .contains(
            "{path: /observe/health/live, port: 8080} # as it is in Helidon MP",
            "{path: /observe/health/ready, port: 8080}");
    System.out.println("Step 1: green after " + took.toMillis() + " ms.");
  }

  private MergeSession session(Path resources, Path manifest) throws IOException {
    MergedProbes declared =
        MergedProbes.read(
            List.of(resources),
            place ->
                FrameworkApplication.find(
                    place, SettingsToUrlsTest.libraries(), FrameworkChoice.RECOGNISE));
    return MergeSession.of(
        new MergeInputs(
            folder,
            List.of(manifest),
            FileFilter.ALL,
            declared,
            MergeOptions.DEFAULT,
            RecordPlace.nowhere()));
  }
}
