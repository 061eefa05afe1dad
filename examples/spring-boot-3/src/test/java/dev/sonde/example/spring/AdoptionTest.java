package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.framework.FrameworkApplication;
import dev.sonde.manifests.framework.FrameworkChoice;
import dev.sonde.manifests.framework.Libraries;
import dev.sonde.manifests.merge.DriftReport;
import dev.sonde.manifests.merge.MergeInputs;
import dev.sonde.manifests.merge.MergeOptions;
import dev.sonde.manifests.merge.MergeSession;
import dev.sonde.manifests.merge.MergedProbes;
import dev.sonde.manifests.merge.record.RecordPlace;
import dev.sonde.rules.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first step: the clinic's configuration and manifest, and nothing of Sonde's in either. */
@Timeout(300)
class AdoptionTest {

  private static final String CONFIGURATION =
      """
      server.port=8080
      management.server.port=9000
      management.endpoint.health.probes.enabled=true
      """;

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: clinic
      spec:
        selector:
          matchLabels: {app: clinic}
        template:
          metadata:
            labels: {app: clinic}
          spec:
            containers:
              - name: clinic
                image: registry.example/clinic:1.0
                livenessProbe:
                  httpGet: {path: /actuator/health, port: 8080} # as it was in Spring Boot 1
                readinessProbe:
                  httpGet: {path: /actuator/health, port: 8080}
      """;

  @TempDir Path folder;

  @Test
  void aManifestFromBeforeIsFoundWrongAndMendedWithoutAnEditOfTheApplication() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(classes.resolve("application.properties"), CONFIGURATION);
    Path manifest = Files.writeString(folder.resolve("clinic.yaml"), MANIFEST);

    long begun = System.nanoTime();
    MergeSession session = session(classes, manifest);
    assertThat(DriftReport.of(session.plan(), Severity.ERROR).findings())
        .extracting(found -> found.finding().fieldPath().toString())
        .anyMatch(field -> field.endsWith("livenessProbe.httpGet.port"))
        .anyMatch(field -> field.endsWith("readinessProbe.httpGet.port"));
    session.write();
    DriftReport green = DriftReport.of(session(classes, manifest).plan(), Severity.WARNING);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(green.findings()).isEmpty();
    assertThat(manifest)
        .content()
        .contains(
            "{path: /actuator/health/liveness, port: 9000} # as it was in Spring Boot 1",
            "{path: /actuator/health/readiness, port: 9000}");
    System.out.println("Step 1: green after " + took.toMillis() + " ms.");
  }

  private MergeSession session(Path classes, Path manifest) throws IOException {
    MergedProbes declared =
        MergedProbes.read(
            List.of(classes),
            place -> FrameworkApplication.find(place, libraries(), FrameworkChoice.RECOGNISE));
    return MergeSession.of(
        new MergeInputs(
            folder,
            List.of(manifest),
            FileFilter.ALL,
            declared,
            MergeOptions.DEFAULT,
            RecordPlace.nowhere()));
  }

  /** Those that this very application runs with. */
  private static Libraries libraries() {
    return Libraries.ofFiles(
        List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
  }
}
