package com.example.depot;

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
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first step: the depot's configuration and manifest, and nothing of Sonde's in either. */
@Timeout(300)
class AdoptionTest {

  private static final Pattern PROBE = Pattern.compile("httpGet: \\{path: (\\S+), port: (\\d+)}");

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: depot
      spec:
        selector:
          matchLabels: {app: depot}
        template:
          metadata:
            labels: {app: depot}
          spec:
            containers:
              - name: depot
                image: registry.example/depot:1.0
                livenessProbe:
                  httpGet: {path: /health/live, port: 1} # as it is in MicroProfile
                readinessProbe:
                  httpGet: {path: /health/ready, port: 1}
      """;

  @TempDir Path folder;

  @Test
  void aManifestForAnotherFrameworkIsMendedAndAsksWhereTheApplicationAnswers() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> settings = SettingsToUrlsTest.settings("S.port=MAIN;S.context-path=/depot");
    Files.write(classes.resolve("application.properties"), settings);
    Path manifest = Files.writeString(folder.resolve("depot.yaml"), MANIFEST);

    long begun = System.nanoTime();
    MergeSession session = session(classes, manifest);
    assertThat(DriftReport.of(session.plan(), Severity.ERROR).findings())
        .extracting(found -> found.finding().fieldPath().toString())
        .anyMatch(field -> field.endsWith("livenessProbe.httpGet.port"))
        .anyMatch(field -> field.endsWith("readinessProbe.httpGet.path"));
    session.write();
    DriftReport green = DriftReport.of(session(classes, manifest).plan(), Severity.WARNING);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);

    assertThat(green.findings()).isEmpty();
    assertThat(manifest)
        .content()
        .contains("/depot/health/liveness, ", "} # as it is in MicroProfile");
    try (ApplicationContext context = SettingsToUrlsTest.run(settings)) {
      assertThat(context.isRunning()).isTrue();
      Matcher probe = PROBE.matcher(Files.readString(manifest));
      assertThat(probe.results().map(AdoptionTest::status)).containsExactly(200, 200);
    }
    System.out.println("Step 1: green after " + took.toMillis() + " ms.");
  }

  private static int status(MatchResult probe) {
    try {
      return SettingsToUrlsTest.status("http://localhost:" + probe.group(2) + probe.group(1));
    } catch (IOException | GeneralSecurityException unanswered) {
      throw new AssertionError(probe.group() + " is not answered", unanswered);
    }
  }

  private MergeSession session(Path classes, Path manifest) throws IOException {
    MergedProbes declared =
        MergedProbes.read(
            List.of(classes),
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
