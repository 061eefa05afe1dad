package dev.sonde.kubelet.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings as clusters leave them, by hand. */
class ReplayTest {

  private static final String LIVENESS =
      """
      "livenessProbe": {"httpGet": {"path": "/livez", "port": 8081}, "periodSeconds": 10}""";

  private static String pod(String probes, String status) {
    return """
        {"kind": "Pod", "apiVersion": "v1", "somethingNew": [1.5, null, {"deep": true}],
         "metadata": {"name": "orders-1", "namespace": "shop", "uid": "u-1"},
         "spec": {"containers": [{"name": "app"%s}]},
         "status": {"startTime": "2026-11-29T10:00:00Z", %s}}
        """
        .formatted(probes.isEmpty() ? "" : ", " + probes, status);
  }

  private static String status(int restarts, String state, String lastState) {
    return """
        "containerStatuses": [{"name": "app", "restartCount": %d, "ready": true,
          "state": {%s}, "lastState": {%s}}]"""
        .formatted(restarts, state, lastState);
  }

  private static String running(String at) {
    return "\"running\": {\"startedAt\": \"2026-11-29T" + at + "Z\"}";
  }

  private static String ended(int code, String reason, String from, String until) {
    return """
        "terminated": {"exitCode": %d, "reason": "%s", "startedAt": "2026-11-29T%sZ",
          "finishedAt": "2026-11-29T%sZ"}"""
        .formatted(code, reason, from, until);
  }

  private static String event(String reason, String message, int count, String from, String until) {
    return """
        {"kind": "Event", "apiVersion": "v1", "reason": "%s", "message": "%s", "count": %d,
         "firstTimestamp": "2026-11-29T%sZ", "lastTimestamp": "2026-11-29T%sZ",
         "involvedObject": {"kind": "Pod", "name": "orders-1", "namespace": "shop",
           "uid": "u-1", "fieldPath": "spec.containers{app}"}}
        """
        .formatted(reason, message, count, from, until);
  }

  private static final String FAILED =
      event(
          "Unhealthy",
          "Liveness probe failed: HTTP probe failed with statuscode: 503",
          3,
          "10:01:10",
          "10:01:30");
  private static final String KILLED =
      event(
          "Killing",
          "Container app failed liveness probe, will be restarted",
          1,
          "10:01:30",
          "10:01:30");

  private static ReplayRequest request(String... texts) {
    return ReplayRequest.of(
        java.util.stream.IntStream.range(0, texts.length)
            .mapToObj(i -> new RecordingSource("file-" + i + ".json", texts[i]))
            .toList());
  }

  private static ContainerReplay replay(String... texts) {
    return Replay.of(request(texts)).pods().get(0).containers().get(0);
  }

  @Test
  void tellsTheTimelineTheDecidingNumberAndOthers() {
    String pod =
        pod(LIVENESS, status(1, running("10:02:01"), ended(137, "Error", "10:00:05", "10:02:00")));
    assertThat(Replay.of(request(pod, KILLED + FAILED)).text())
        .isEqualTo(
            """
            Pod shop/orders-1
                known     2026-11-29T10:00:00Z  the kubelet began with the pod  [status.startTime]

            Container app, restarts: 1
                known     2026-11-29T10:00:05Z  container started  [status.lastState]
                known     2026-11-29T10:01:10Z to 2026-11-29T10:01:30Z  liveness failed: HTTP probe failed with statuscode: 503, 3 times  [event Unhealthy]
                inferred  2026-11-29T10:01:10Z to 2026-11-29T10:01:30Z  liveness failed at each try, between the first and the last at 2026-11-29T10:01:20Z  [periodSeconds, timeoutSeconds]
                known     2026-11-29T10:01:30Z  the kubelet decided to kill it: liveness failed  [event Killing]
                inferred  2026-11-29T10:01:30Z to 2026-11-29T10:02:00Z  stopping did not end it within its grace period of 30 s: killed  [liveness's kill and exit code 137]
                known     2026-11-29T10:02:00Z  it ended: exit code 137, Error  [status.lastState]
                known     2026-11-29T10:02:01Z  container started  [status.state]
              What decided
                known     2026-11-29T10:01:30Z liveness: failureThreshold 3, periodSeconds 10, timeoutSeconds 1: 3 failures in a row, from 2026-11-29T10:01:10Z (HTTP probe failed with statuscode: 503)
                          with failureThreshold 2: restart 10 s earlier, at 2026-11-29T10:01:20Z
                          with failureThreshold 4: no restart had the application answered again before 2026-11-29T10:01:40Z; a real hang would have cost 10 s more
                          with failureThreshold 5: no restart had the application answered again before 2026-11-29T10:01:50Z; a real hang would have cost 20 s more
                          with failureThreshold 6: no restart had the application answered again before 2026-11-29T10:02:00Z; a real hang would have cost 30 s more
              Not known
                - Of events that are counted together only the first and the last have a time.
              Not known of the pod
                - Between its start at 2026-11-29T10:00:00Z and 2026-11-29T10:01:10Z there is no event. The API server keeps events for an hour by default.

            """);
  }

  @ParameterizedTest
  @CsvSource({
    "25, 'failureThreshold 4', 'no restart; a real hang would have cost 10 s more'",
    "25, 'failureThreshold 2', 'restart at 2026-11-29T10:01:20Z all the same'",
    "35, 'failureThreshold 4', 'restart at 2026-11-29T10:01:40Z all the same'",
    "35, 'failureThreshold 5', 'no restart; a real hang would have cost 20 s more'",
    "30, 'failureThreshold 4', 'too close to tell'"
  })
  void isCertainOnceTheLengthOfTheTroubleIsTold(int seconds, String number, String outcome) {
    String pod = pod(LIVENESS, status(1, running("10:02:01"), ""));
    ReplayRequest all = request(pod, KILLED, FAILED).wellAfter(Duration.ofSeconds(seconds));
    assertThat(Replay.of(all).pods().get(0).containers().get(0).decisions().get(0).others())
        .filteredOn(other -> other.number().equals(number))
        .singleElement()
        .satisfies(other -> assertThat(other.outcome()).startsWith(outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "137, OOMKilled, MEMORY, true",
    "1, Error, EXIT, true",
    "0, Completed, EXIT, true",
    "143, Error, UNKNOWN, false",
    "137, Error, UNKNOWN, false",
    "137, ContainerStatusUnknown, UNKNOWN, false"
  })
  void tellsRestartsThatNoProbeDecided(
      int code, String reason, DecisionCause cause, boolean explained) {
    String pod =
        pod(LIVENESS, status(1, running("10:05:10"), ended(code, reason, "10:02:00", "10:05:00")));
    ContainerReplay found = replay(pod, FAILED + KILLED);
    // The kill of 10:01:30 ended another instance, of which nothing else is left.
    assertThat(found.decisions())
        .extracting(ReplayDecision::cause)
        .contains(DecisionCause.LIVENESS, cause);
    assertThat(found.isExplained()).isEqualTo(explained);
  }

  /** As seen on a node: the pod has nothing left to run, and no event names the probe. */
  @Test
  void doesNotGuessAProbeWhereTheKubeletStopsAPodOfPolicyNever() {
    String pod = pod(LIVENESS, status(0, ended(137, "Error", "10:00:05", "10:01:45"), ""));
    String stopping = event("Killing", "Stopping container app", 1, "10:01:30", "10:01:30");
    assertThat(replay(pod, FAILED + stopping).decisions())
        .singleElement()
        .satisfies(one -> assertThat(one.cause()).isEqualTo(DecisionCause.STOPPED));
  }

  /** Restarted at once and killed 0.7 s after that, as 1.35 and 1.36 were seen to do. */
  @ParameterizedTest
  @CsvSource({"1.36, true", "1.34, false"})
  void knowsWhichReleasesLetARestartedContainerInheritStarted(String release, boolean told) {
    String pod =
        pod(
            """
            "startupProbe": {"tcpSocket": {"port": 8080}, "periodSeconds": 5},
            "livenessProbe": {"tcpSocket": {"port": 8080}, "periodSeconds": 1,
              "failureThreshold": 1}""",
            status(2, running("10:01:32"), ended(143, "Error", "10:01:30", "10:01:31")));
    String killed =
        event(
            "Killing",
            "Container app failed liveness probe, will be restarted",
            2,
            "10:01:29",
            "10:01:31");
    ReplayRequest request = request(pod, killed).on(KubernetesVersion.parseSupported(release));
    String text = Replay.of(request).text();
    assertThat(text.contains("issue 141155")).as(text).isEqualTo(told);
  }

  @Test
  void countsTheInstancesThatNothingTellsOf() {
    String pod = pod(LIVENESS, status(5, running("10:02:01"), ""));
    ContainerReplay found = replay(pod, KILLED + FAILED);
    assertThat(found.isExplained()).isFalse();
    assertThat(found.decisions())
        .last()
        .extracting(ReplayDecision::text)
        .asString()
        .startsWith("4 more instances ended of which the recording does not say why.");
  }

  @Test
  void toldOfSuccessesBetweenItDoesNotCallItARun() {
    String scattered =
        event("Unhealthy", "Liveness probe failed: HTTP 503", 3, "10:00:10", "10:01:30");
    String pod = pod(LIVENESS, status(1, running("10:02:01"), ""));
    assertThat(replay(pod, KILLED + scattered).decisions().get(0).text())
        .contains("as inferred; the recorded ones lie 80 s apart, which these numbers do not")
        .contains("from 2026-11-29T10:01:10Z");
  }

  @Test
  void readsSidecarsAndInitContainers() {
    String pod =
        """
        {"kind": "Pod", "metadata": {"name": "orders-1", "namespace": "shop"},
         "spec": {"initContainers": [{"name": "wait"}, {"name": "mesh", "restartPolicy": "Always",
             "readinessProbe": {"tcpSocket": {"port": 1}}}], "containers": [{"name": "app"}]},
         "status": {"initContainerStatuses": [{"name": "wait", "restartCount": 0,
           "state": {%s}}]}}
        """
            .formatted(ended(0, "Completed", "10:00:01", "10:00:03"));
    assertThat(Replay.of(request(pod)).text())
        .contains("Init container wait, restarts: 0")
        .contains(
            "the last instance ended with exit code 0, Completed: the process ended by itself")
        .contains("Sidecar mesh, restarts: not known")
        .contains("Container app, restarts: not known");
  }

  @Test
  void readsEventsOfTheNewerKindAndOfAWatch() {
    String series =
        """
        {"type": "MODIFIED", "object": {"kind": "Event", "apiVersion": "events.k8s.io/v1",
          "metadata": {"uid": "e-1"}, "reason": "Unhealthy",
          "note": "Readiness probe failed: dial tcp: connect: connection refused",
          "eventTime": "2026-11-29T10:00:01.123456Z",
          "series": {"count": %d, "lastObservedTime": "2026-11-29T10:00:%02d.000000Z"},
          "regarding": {"kind": "Pod", "name": "orders-1", "namespace": "shop",
            "fieldPath": "spec.containers{app}"}}}
        """;
    ContainerReplay found = replay(series.formatted(2, 6) + series.formatted(4, 16));
    assertThat(found.timeline())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.what()).endsWith("connection refused, 4 times");
              assertThat(line.when()).isEqualTo("2026-11-29T10:00:01Z to 2026-11-29T10:00:16Z");
            });
    assertThat(found.unknown()).anyMatch(gap -> gap.startsWith("Its probes are not in"));
  }

  @Test
  void takesProbesFromElsewhereWhereThePodIsGone() {
    ProbeSet probes =
        ProbeSet.forContainer("app")
            .with(ProbeKind.LIVENESS, Probe.of(HttpGet.of("/livez", Port.of(8081))));
    ReplayRequest request = request(KILLED, FAILED);
    assertThat(Replay.of(request).text())
        .contains("liveness: its numbers are not in the recording")
        .contains("Add kubectl get pod orders-1 -o json.");
    assertThat(Replay.of(request.with(ProbedContainer.of(probes))).text())
        .contains("with failureThreshold 5: no restart had the application answered");
  }

  @Test
  void saysWhatEventsCannotTell() {
    String many =
        event(
            "Unhealthy",
            "(combined from similar events): Liveness probe failed: HTTP probe failed with"
                + " statuscode: 500",
            40,
            "10:01:10",
            "10:09:30");
    String list =
        "{\"kind\": \"EventList\", \"metadata\": {\"continue\": \"x\", \"remainingItemCount\": 7},"
            + " \"items\": ["
            + many
            + "]}";
    ReplayReport report = Replay.of(request(list));
    assertThat(report.text())
        .contains("liveness failed: HTTP probe failed with statuscode: 500, 40 times")
        .contains("Some events were combined from similar ones")
        .contains("A kubelet sends at most 25 events about a pod at once")
        .contains("The list in file-0.json goes on: 7 more are not here.");
  }

  @Test
  void keepsPodsOfOneNameApart() {
    String earlier = KILLED.replace("u-1", "u-0");
    ReplayReport report =
        Replay.of(request(pod(LIVENESS, status(0, running("10:00:01"), "")), earlier));
    assertThat(report.pods()).hasSize(2);
    assertThat(report.pods().get(1).containers().get(0).decisions()).isEmpty();
  }

  @Test
  void tellsWhatTookTheTraffic() {
    String pod =
        pod(
            "\"readinessProbe\": {\"tcpSocket\": {\"port\": 1}, \"periodSeconds\": 5}",
            """
            "conditions": [{"type": "Ready", "status": "False",
              "lastTransitionTime": "2026-11-29T10:03:10Z"}],"""
                + status(0, running("10:00:01"), "").replace("true", "false"));
    String failed =
        event("Unhealthy", "Readiness probe failed: refused", 3, "10:03:00", "10:03:10");
    assertThat(replay(pod, failed).decisions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.cause()).isEqualTo(DecisionCause.READINESS);
              assertThat(one.known()).isTrue();
              assertThat(one.others())
                  .contains(
                      new OtherNumber(
                          "failureThreshold 5",
                          "no traffic gone had the application answered again before"
                              + " 2026-11-29T10:03:20Z; a real hang would have cost 10 s more"));
            });
  }

  @Test
  void tellsWhatAKubeletCounted() {
    String metrics =
        """
        # HELP prober_probe_total [ALPHA] Cumulative number of probes
        # TYPE prober_probe_total counter
        prober_probe_total{container="app",namespace="shop",pod="orders-1",pod_uid="u-1",probe_type="Liveness",result="failed"} 7
        prober_probe_total{container="app",namespace="shop",pod="orders-1",pod_uid="u-1",probe_type="Liveness",result="successful"} 1.2e+03
        prober_probe_duration_seconds_bucket{container="app",namespace="shop",pod="orders-1",probe_type="Liveness",le="0.25"} 1000
        prober_probe_duration_seconds_bucket{container="app",namespace="shop",pod="orders-1",probe_type="Liveness",le="1"} 1200
        prober_probe_duration_seconds_bucket{container="app",namespace="shop",pod="orders-1",probe_type="Liveness",le="+Inf"} 1207
        prober_probe_duration_seconds_sum{container="app",namespace="shop",pod="orders-1",probe_type="Liveness"} 99.5
        process_cpu_seconds_total 7
        """;
    assertThat(replay(metrics, pod(LIVENESS, status(0, running("10:00:01"), ""))).counts())
        .containsExactly(
            "liveness: 1200 tries succeeded, 7 failed, 0 were errors, since the kubelet was"
                + " started.",
            "liveness: 7 failures make at most 2 restarts with failureThreshold 3, at most 1 with"
                + " 5.",
            "liveness: of 1207 tries half took at most 0.25 s, 99 of 100 at most 1 s; what would"
                + " have taken longer than timeoutSeconds 1 was cut off there.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"kind\": \"Pod\", \"metadata\": {\"name\": \"o' | the JSON is cut off at line 1",
        "'{\"kind\": \"Pod\", oops}' | it is no JSON at line 1, column 1",
        "'[1]' | items[0] is 1, where Kubernetes has an object.",
        "'[] 1' | there is a value that is no object in line 1.",
        "'kind: Pod' | there is no pod in it, no event about one",
        "'NAME READY STATUS' | there is no pod in it, no event about one",
        "'{\"kind\": \"Deployment\"}' | there is no pod in it",
        "'{\"kind\": \"EventList\", \"items\": []}' | there is no pod in it",
        "'{\"kind\": \"Pod\", \"status\": {\"startTime\": \"noon\"}}' | status.startTime is \"noon\","
            + " where Kubernetes has a time",
        "'{\"kind\": \"Pod\", \"status\": 3}' | status is \"3\", where Kubernetes has an object.",
        "'prober_probe_total{container=\"a' | line 1 cannot be read: it is no line of metrics",
        "'prober_probe_total{probe_type=\"Odd\"} 1' | line 1 cannot be read: probe_type is none",
        "'prober_probe_total{probe_type=\"Startup\"} x' | line 1 cannot be read: its value is x"
      })
  void refusesWhatItCannotRead(String text, String message) {
    assertThatThrownBy(() -> replay(text))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("file-0.json")
        .hasMessageContaining("[recording]")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "orders"})
  void refusesAPodThatIsNotThere(String name) {
    ReplayRequest request = request(KILLED).of(Optional.of(name), Optional.empty());
    assertThatThrownBy(() -> Replay.of(request))
        .hasMessageContaining("nothing is recorded of pod " + name + "; there is: shop/orders-1.");
    assertThatThrownBy(() -> Replay.of(request(KILLED).of(Optional.empty(), Optional.of("other"))))
        .hasMessageContaining("nothing is recorded of container other");
  }

  @Test
  void nothingIsNoRequest() {
    assertThatThrownBy(() -> ReplayRequest.of(List.of()))
        .hasMessage("There is nothing to replay. Name a file, or -.");
  }
}
