package dev.sonde.kubelet.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.internal.report.markdown.MarkdownReport;
import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportedAnswer;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedField;
import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedOrigin;
import dev.sonde.kubelet.internal.report.model.ReportedProbe;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.model.TryMark;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBuilderTest {

  @TempDir private Path folder;

  @Test
  void everyFieldHasItsOrigin() throws IOException {
    ReportedContainer orders =
        ReportBuilder.report(Sources.ORDERS).workloads().get(0).containers().get(0);
    assertThat(
            orders.probes().get(1).fields().stream()
                .map(f -> f.path() + " " + f.value() + " " + f.origin()))
        .containsExactly(
            "httpGet.path /livez DOCUMENT",
            "httpGet.port health DOCUMENT",
            "httpGet.scheme HTTP DEFAULT",
            "initialDelaySeconds 0 DEFAULT",
            "timeoutSeconds 1 DEFAULT",
            "periodSeconds 10 DOCUMENT",
            "successThreshold 1 DEFAULT",
            "failureThreshold 3 DEFAULT");
  }

  @Test
  void whatTheProcessorLeftComesFromAnnotations() throws IOException {
    Path sonde = Files.createDirectories(folder.resolve("META-INF/sonde"));
    Files.copy(Sources.file("orders.yaml"), sonde.resolve("orders.yaml"));
    ProbesReport report =
        ReportBuilder.report(ReportInputs.NONE.withProbes(List.of(folder)).namedFrom(folder));
    assertThat(
            report.workloads().get(0).containers().get(0).probes().get(0).fields().get(0).origin())
        .isEqualTo(ReportedOrigin.ANNOTATION);
  }

  @Test
  void whatAnEnvironmentSetsComesFromTheLineOfItsOverride() throws IOException {
    Files.writeString(
        folder.resolve("sonde-environments.yaml"),
        """
        apiVersion: sonde.dev/v1
        kind: Overrides
        environments:
          prod:
            - container: orders
              livenessProbe:
                periodSeconds: 20
              readinessProbe: null
        """);
    ReportedContainer orders =
        ReportBuilder.report(Sources.ORDERS.in(environment("prod")).namedFrom(folder))
            .workloads()
            .get(0)
            .containers()
            .get(0);
    assertThat(orders.probes()).extracting(ReportedProbe::kind).doesNotContain(ProbeKind.READINESS);
    ReportedProbe liveness = orders.probes().get(1);
    assertThat(liveness.field("periodSeconds"))
        .contains(
            new ReportedField(
                "periodSeconds", "20", ReportedOrigin.OVERRIDE, "prod, sonde-environments.yaml:7"));
    assertThat(liveness.field("httpGet.path").map(ReportedField::origin))
        .contains(ReportedOrigin.DOCUMENT);
    assertThat(liveness.field("failureThreshold").map(ReportedField::origin))
        .contains(ReportedOrigin.DEFAULT);
    assertThat(orders.answers())
        .filteredOn(answer -> answer.id().equals("hang-to-restart"))
        .extracting(ReportedAnswer::text)
        .containsExactly("41 s to 63 s");
  }

  @Test
  void anEnvironmentThatNobodyDescribedIsNotReportedOn() {
    assertThatThrownBy(() -> ReportBuilder.report(Sources.ORDERS.in(environment("prod"))))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("nothing is known of environment \"prod\"");
  }

  private EnvironmentChoice environment(String name) {
    return EnvironmentChoice.of(Optional.of(name), Optional.empty(), folder);
  }

  @Test
  void aZeroThatMeansTheDefaultIsNobodysValue() throws IOException {
    ProbesReport report = pod("livenessProbe: {tcpSocket: {port: 1}, periodSeconds: 0}");
    assertThat(report.workloads().get(0).containers().get(0).probes().get(0).field("periodSeconds"))
        .hasValueSatisfying(
            field -> {
              assertThat(field.value()).isEqualTo("10");
              assertThat(field.origin()).isEqualTo(ReportedOrigin.DEFAULT);
            });
  }

  @Test
  void reportsOnSidecarsBesideMainContainers() throws IOException {
    ReportedWorkload shop = ReportBuilder.report(Sources.SHOP).workloads().get(0);
    assertThat(shop.id()).isEqualTo("Deployment/web/shop");
    assertThat(shop.source()).isEqualTo("shop.yaml:1");
    assertThat(shop.containers().stream().map(ReportedContainer::kind))
        .containsExactly(ContainerKind.SIDECAR, ContainerKind.MAIN);
  }

  @Test
  void putsFindingsBesideTheContainersThatTheyConcern() throws IOException {
    ReportedWorkload shop = ReportBuilder.report(Sources.SHOP).workloads().get(0);
    assertThat(shop.containers().get(1).findings().stream().map(ReportedFinding::ruleId))
        .contains("liveness-equals-readiness");
    assertThat(shop.containers().get(1).findings())
        .allSatisfy(finding -> assertThat(finding.place()).startsWith("shop.yaml:"));
  }

  @Test
  void aBlipOfTheDatabaseRestartsWhereLivenessAsksTheSameEndpoint() throws IOException {
    ReportedContainer web =
        ReportBuilder.report(Sources.SHOP).workloads().get(0).containers().get(1);
    assertThat(timeline(web, "database-blip").facts())
        .contains(
            new Timeline.Fact("Restart decided", "10.1 s to 14.7 s later"),
            new Timeline.Fact("Restarts", "3"));
    ReportedContainer orders =
        ReportBuilder.report(Sources.ORDERS).workloads().get(0).containers().get(0);
    assertThat(timeline(orders, "database-blip").facts())
        .contains(new Timeline.Fact("Restarts", "0"));
  }

  /** Best and worst of many nodes lie within the answers, and a good part of the way apart. */
  @Test
  void standardScenariosTellTheBestAndTheWorstOfARealKubelet() throws IOException {
    ReportedContainer orders =
        ReportBuilder.report(Sources.ORDERS).workloads().get(0).containers().get(0);
    assertThat(orders.answers())
        .filteredOn(answer -> answer.id().equals("hang-to-restart"))
        .extracting(ReportedAnswer::text)
        .containsExactly("21 s to 33 s");
    assertThat(timeline(orders, "hang").facts())
        .contains(new Timeline.Fact("Restart decided", "21.1 s to 31 s later"));
  }

  @Test
  void aScenarioOfYourOwnIsPlayedInItsOwnMode() throws IOException {
    String crashing =
        """
        apiVersion: sonde.dev/v1
        kind: Scenario
        mode: %s
        duration: 1m
        probes: {readinessProbe: {httpGet: {port: 8080}}}
        application: {startDelay: 300ms, startsIn: 300ms}
        """;
    Path ideal = Files.writeString(folder.resolve("ideal.yaml"), crashing.formatted("ideal"));
    Path real = Files.writeString(folder.resolve("real.yaml"), crashing.formatted("real"));
    List<Timeline> scenarios =
        ReportBuilder.report(ReportInputs.NONE.withScenarios(List.of(ideal, real))).scenarios();
    assertThat(scenarios.get(0).facts()).contains(new Timeline.Fact("Ready", "after 10.3 s"));
    assertThat(scenarios.get(1).facts().get(0).value()).matches("after 0\\.[67] s to 1\\.[456] s");
  }

  @Test
  void theSlowestSafeStartIsNotRestarted() throws IOException {
    ReportedContainer orders =
        ReportBuilder.report(Sources.ORDERS).workloads().get(0).containers().get(0);
    assertThat(timeline(orders, "start").facts())
        .containsExactly(
            new Timeline.Fact("Ready", "after 118 s"), new Timeline.Fact("Restarts", "0"));
  }

  @Test
  void marksTheTryThatDecides() throws IOException {
    ReportedContainer orders =
        ReportBuilder.report(Sources.ORDERS).workloads().get(0).containers().get(0);
    List<TryMark> liveness =
        timeline(orders, "hang").lanes().stream()
            .filter(lane -> lane.label().equals("liveness"))
            .flatMap(lane -> lane.marks().stream())
            .filter(mark -> mark.kind() == TryMark.Kind.FAILURE)
            .toList();
    assertThat(liveness.stream().map(TryMark::decisive)).containsExactly(false, false, true);
  }

  @Test
  void answersSayWhatNeverHappens() throws IOException {
    ProbesReport report = pod("startupProbe: {tcpSocket: {port: 1}}");
    String answers =
        report.workloads().get(0).containers().get(0).answers().stream()
            .map(ReportedAnswer::text)
            .collect(Collectors.joining("; "));
    assertThat(answers)
        .contains("never: there is no liveness probe", "never: there is no readiness probe");
  }

  @Test
  void aProbeThatOnlyConnectsNeverNoticesAHang() throws IOException {
    ReportedContainer web =
        pod("livenessProbe: {tcpSocket: {port: 1}}").workloads().get(0).containers().get(0);
    assertThat(web.answers())
        .filteredOn(answer -> answer.id().equals("hang-to-restart"))
        .extracting(ReportedAnswer::text)
        .containsExactly(
            "never: a tcpSocket probe does not notice it, for the kernel accepts connections");
    assertThat(timeline(web, "hang").facts()).contains(new Timeline.Fact("Restarts", "0"));
  }

  @Test
  void findingsStandInThePlaceOfTimelinesWhereKubernetesWouldRefuse() throws IOException {
    ProbesReport report = ReportBuilder.report(Sources.IMPOSSIBLE);
    for (ReportedWorkload workload : report.workloads()) {
      boolean refused =
          List.of("Pod refused", "Pod undecodable", "Pod twins", "Pod empty")
              .contains(workload.title());
      assertThat(workload.playable()).as(workload.title()).isEqualTo(!refused);
      assertThat(workload.containers().stream().allMatch(c -> c.timelines().isEmpty()))
          .as(workload.title())
          .isEqualTo(refused);
    }
    assertThat(report.workloads().get(0).containers().get(0).findings().size()).isGreaterThan(2);
    assertThat(report.findings()).isNotEmpty();
  }

  @Test
  void scenariosThatWouldNotEndAreCut() throws IOException {
    Path endless =
        Files.writeString(
            folder.resolve("endless.yaml"),
            """
            apiVersion: sonde.dev/v1
            kind: Scenario
            duration: 8784h
            replicas: 100000
            probes:
              livenessProbe: {httpGet: {port: 8080}, periodSeconds: 1}
            application:
              faults: [{does: hangs, from: 60s, for: 5s, since: container}]
            """);
    Timeline timeline =
        ReportBuilder.report(ReportInputs.NONE.withScenarios(List.of(endless))).scenarios().get(0);
    assertThat(timeline.lanes()).hasSize(12);
    assertThat(timeline.facts())
        .contains(
            new Timeline.Fact("Shown", "the first 6 h of 1 y 1 d"),
            new Timeline.Fact("Pods", "12 shown, 100 played, 100000 replicas"));
    assertThat(timeline.moments()).hasSizeLessThan(50);
  }

  @Test
  void tellsWhatAProbeAsksAndThatItAsksNothing() throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("web.yaml"),
            """
            apiVersion: sonde.dev/v1
            kind: ProbeSet
            container: web
            startupProbe: {tcpSocket: {port: 80}}
            livenessProbe: {httpGet: {path: /livez, port: 81}}
            readinessProbe: {httpGet: {path: /readyz, port: 81}}
            checks: {livenessProbe: [], readinessProbe: [database, queue]}
            """);
    ProbesReport report =
        ReportBuilder.report(ReportInputs.NONE.withProbes(List.of(document)).namedFrom(folder));
    assertThat(report.workloads().get(0).containers().get(0).probes())
        .extracting(probe -> probe.field("checks").map(ReportedField::value).orElse("unknown"))
        .containsExactly("unknown", "none: it succeeds whatever is wrong", "database, queue");
    assertThat(MarkdownReport.of(report, Optional.empty()))
        .contains("none: it succeeds whatever is wrong");
  }

  @Test
  void aMistakenDocumentIsAFinding() throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            apiVersion: sonde.dev/v1
            kind: ProbeSet
            container: web
            livenessProbe: {httpGet: {port: 99999}}
            """);
    ProbesReport report =
        ReportBuilder.report(ReportInputs.NONE.withProbes(List.of(document)).namedFrom(folder));
    assertThat(report.workloads()).isEmpty();
    assertThat(report.findings().get(0).place()).isEqualTo("bad.yaml:4:33");
    assertThat(report.findings().get(0).ruleId()).isEqualTo("port-range");
    assertThat(report.findings().get(0).text()).startsWith("port 99999");
  }

  @Test
  void aMistakenScenarioIsNotPlayed() throws IOException {
    Path mistaken = Files.writeString(folder.resolve("mistaken.yaml"), "kind: Scenario\n");
    assertThatThrownBy(
            () -> ReportBuilder.report(ReportInputs.NONE.withScenarios(List.of(mistaken))))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("mistaken.yaml:1:1");
  }

  @Test
  void theSameFilesGiveTheSameReport() throws IOException {
    assertThat(ReportBuilder.report(Sources.SHOP)).isEqualTo(ReportBuilder.report(Sources.SHOP));
  }

  private ProbesReport pod(String probe) throws IOException {
    Path pod =
        Files.writeString(
            folder.resolve("pod.yaml"),
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: pod}
            spec:
              containers:
                - name: web
                  image: web
                  %s
            """
                .formatted(probe));
    return ReportBuilder.report(ReportInputs.NONE.withManifests(List.of(pod)).namedFrom(folder));
  }

  private static Timeline timeline(ReportedContainer container, String id) {
    return container.timelines().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }
}
