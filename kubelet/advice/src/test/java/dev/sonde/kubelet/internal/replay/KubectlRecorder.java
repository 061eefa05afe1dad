package dev.sonde.kubelet.internal.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KillReason;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.kubelet.sim.TraceEntry;
import dev.sonde.model.ContainerSpec;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a simulated story down as a cluster keeps it and kubectl prints it: events that say the
 * same counted together, times in whole seconds, and of instances only the last two.
 */
final class KubectlRecorder {

  static final Instant BEGINNING = Instant.parse("2026-11-29T10:00:00.400Z");

  private static final YAMLMapper YAML = new YAMLMapper();

  private record Kept(Instant first, Instant last, int count) {}

  private final Scenario scenario;
  private final ContainerSpec container;
  private final Map<String, Kept> events = new LinkedHashMap<>();
  private int restarts = -1;
  private Instant started = BEGINNING;
  private String lastState = "";
  private String state = "";
  private String ready = condition(false, BEGINNING);
  private boolean isReady;

  private KubectlRecorder(Scenario scenario) {
    this.scenario = scenario;
    this.container = scenario.pod().containers().get(0);
  }

  static KubectlRecorder record(Scenario scenario) {
    KubectlRecorder recorder = new KubectlRecorder(scenario);
    Simulation.play(scenario).trace().stream().map(TraceEntry::event).forEach(recorder::happened);
    return recorder;
  }

  private static Instant at(KubeletEvent event) {
    return BEGINNING.plusNanos(event.at());
  }

  private static String text(Instant moment) {
    return "\"" + moment.truncatedTo(ChronoUnit.SECONDS) + "\"";
  }

  private void happened(KubeletEvent event) {
    if (event instanceof ContainerEvent.ContainerRunning) {
      restarts++;
      started = at(event);
      state = "{\"running\": {\"startedAt\": " + text(started) + "}}";
      keep(event, "Normal", "Started", "Started container " + event.container());
    } else if (event instanceof ContainerEvent.ContainerExited exited) {
      String end =
          """
          {"terminated": {"exitCode": %d, "reason": "Error", "startedAt": %s, "finishedAt": %s}}"""
              .formatted(exited.exitCode(), text(started), text(at(event)));
      lastState = end;
      state = end;
    } else if (event instanceof ContainerEvent.KillDecided killed && killed.reason().isProbe()) {
      String probe = killed.reason() == KillReason.STARTUP ? "startup" : "liveness";
      keep(
          event,
          "Normal",
          "Killing",
          "Container %s failed %s probe, will be restarted".formatted(event.container(), probe));
    } else if (event instanceof PodEvent.PodReadyChanged changed) {
      isReady = changed.ready();
      ready = condition(isReady, at(event));
    } else if (event instanceof ProbeEvent.ProbeTried tried
        && tried.outcome().verdict() == AttemptVerdict.FAILURE) {
      keep(event, "Warning", "Unhealthy", name(tried) + " probe failed: " + reason(tried));
    }
  }

  private static String name(ProbeEvent.ProbeTried tried) {
    String word = tried.probe().word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String reason(ProbeEvent.ProbeTried tried) {
    return tried.took() > 0
        ? "Get \"http://10.1.2.3:8081/\": context deadline exceeded (Client.Timeout exceeded while"
            + " awaiting headers)"
        : tried.outcome().reason().contains("refused")
            ? "Get \"http://10.1.2.3:8081/\": dial tcp 10.1.2.3:8081: connect: connection refused"
            : "HTTP probe failed with statuscode: 503";
  }

  private static String condition(boolean value, Instant since) {
    return "[{\"type\": \"Ready\", \"status\": \"%s\", \"lastTransitionTime\": %s}]"
        .formatted(value ? "True" : "False", text(since));
  }

  private void keep(KubeletEvent event, String type, String reason, String message) {
    String fields =
        """
        "type": "%s", "reason": "%s", "message": "%s",
        "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "orders-1",
          "uid": "u-1", "fieldPath": "spec.containers{%s}"}"""
            .formatted(type, reason, message.replace("\"", "\\\""), event.container());
    events.merge(
        fields,
        new Kept(at(event), at(event), 1),
        (old, now) -> new Kept(old.first, now.last, old.count + 1));
  }

  /** {@return what {@code kubectl get events -o json} prints} */
  String events() {
    StringBuilder items = new StringBuilder();
    events.forEach(
        (fields, kept) ->
            items
                .append(items.isEmpty() ? "" : ",\n")
                .append(
                    """
                    {"apiVersion": "v1", "kind": "Event", "metadata": {"namespace": "shop"},
                     %s, "firstTimestamp": %s, "lastTimestamp": %s, "count": %d,
                     "eventTime": null, "source": {"component": "kubelet"}}"""
                        .formatted(fields, text(kept.first), text(kept.last), kept.count)));
    return "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n" + items + "\n]}\n";
  }

  private static String json(String yaml) {
    try {
      return YAML.readTree(yaml).toString();
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** {@return what {@code kubectl get pod -o json} prints} */
  String pod() {
    YamlMap.Builder spec = YamlMap.builder();
    container.probes().forEach((kind, probe) -> spec.put(kind.fieldName(), probe.toFields()));
    String probes = json(Yaml.write(spec.put("name", container.name().orElse("")).build()));
    return """
        {"apiVersion": "v1", "kind": "Pod",
         "metadata": {"namespace": "shop", "name": "orders-1", "uid": "u-1"},
         "spec": {"containers": [%s], "terminationGracePeriodSeconds": %d},
         "status": {"startTime": %s, "conditions": %s,
           "containerStatuses": [{"name": "%s", "restartCount": %d, "ready": %s,
             "state": %s%s}]}}
        """
        .formatted(
            probes,
            scenario.pod().effectiveTerminationGracePeriodSeconds(),
            text(BEGINNING),
            ready,
            container.name().orElse(""),
            restarts,
            isReady,
            state,
            lastState.isEmpty() ? "" : ", \"lastState\": " + lastState);
  }
}
