package dev.sonde.manifests.shapes;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeBudget;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeTiming;
import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Health checks for docker compose, to be given beside the file that has the services. Compose has
 * one check for a container: it asks what readiness asks, since that is what {@code depends_on}
 * with {@code service_healthy} waits for.
 */
final class ComposeFile {

  private static final List<ProbeKind> PREFERENCE =
      List.of(ProbeKind.READINESS, ProbeKind.LIVENESS, ProbeKind.STARTUP);

  private final ComposeCommands commands;
  private final List<String> comment = new ArrayList<>(List.of(GeneratedHeader.COMMENT, USE));
  private final YamlMap.Builder services = YamlMap.builder();

  private static final String USE = "docker compose -f compose.yaml -f healthcheck.yaml up";

  private ComposeFile(ComposeCommands commands) {
    this.commands = commands;
  }

  static ShapeRendering of(List<ProbeSet> sets, ShapeOptions options) {
    ComposeFile compose = new ComposeFile(new ComposeCommands(options.classPath()));
    sets.forEach(compose::add);
    YamlMap document = YamlMap.builder().put("services", compose.services.build()).build();
    return ShapeRendering.of(
        new ShapeFile("compose/healthcheck.yaml", Yaml.write(compose.comment, document)));
  }

  private void add(ProbeSet probes) {
    String service = ShapeTarget.container(probes, "A health check for docker compose");
    Optional<ProbeKind> asked =
        PREFERENCE.stream().filter(kind -> probes.probe(kind).isPresent()).findFirst();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "Container \"" + service + "\" has no probe that docker compose could ask.");
    }
    ProbeSet numbered = probes.withNumberedPorts();
    Probe probe = numbered.probe(asked.get()).orElseThrow();
    ComposeCommands.Command command = commands.of(service, asked.get(), probe);
    YamlMap.Builder fields =
        YamlMap.builder().put("healthcheck", healthcheck(numbered, probe, command));
    probes
        .termination()
        .terminationGracePeriodSeconds()
        .ifPresent(seconds -> fields.put("stop_grace_period", seconds + "s"));
    fields.put("stop_signal", probes.termination().stopSignal());
    probes.restart().policy().ifPresent(policy -> fields.put("restart", restart(policy)));
    services.put(service, fields.build());
    describe(service, asked.get(), probes, command);
  }

  private static String restart(String policy) {
    return switch (policy) {
      case "Never" -> "no";
      case "OnFailure" -> "on-failure";
      default -> "always";
    };
  }

  private static YamlMap healthcheck(
      ProbeSet probes, Probe probe, ComposeCommands.Command command) {
    ProbeTiming timing = probe.timing();
    YamlMap.Builder fields =
        YamlMap.builder()
            .put(
                "test",
                new YamlList(
                    command.words().stream()
                        .map(ComposeFile::notInterpolated)
                        .<YamlNode>map(YamlText::new)
                        .toList()))
            .put("interval", timing.periodSeconds() + "s")
            .put("timeout", timing.timeoutSeconds() + "s")
            .put("retries", timing.failureThreshold());
    long start = startSeconds(probes, probe);
    if (start > 0) {
      fields.put("start_period", start + "s");
    }
    return fields.build();
  }

  /** Until the kubelet would restart a container that does not start, failures do not count. */
  private static long startSeconds(ProbeSet probes, Probe asked) {
    return probes
        .startup()
        .map(startup -> ProbeBudget.of(startup).longestStart().toSeconds())
        .orElseGet(() -> (long) asked.timing().initialDelaySeconds());
  }

  /** Compose puts variables in place of what follows a dollar sign. */
  private static String notInterpolated(String text) {
    return text.replace("$", "$$");
  }

  private void describe(
      String service, ProbeKind asked, ProbeSet probes, ComposeCommands.Command command) {
    comment.add("");
    comment.add("Service " + service + " asks what its " + asked.fieldName() + " asks.");
    command.needs().ifPresent(needs -> comment.add("- " + needs));
    for (ProbeKind kind : probes.probes().keySet()) {
      if (kind == ProbeKind.STARTUP && kind != asked) {
        comment.add("- The startupProbe is there as start_period alone.");
      } else if (kind != asked) {
        comment.add("- The " + kind.fieldName() + " is left out: compose has one check.");
      }
    }
    if (asked != ProbeKind.READINESS || probes.liveness().isPresent()) {
      comment.add("- Compose shows an unhealthy container and does not restart it.");
    }
    if (!probes.restart().rules().isEmpty()) {
      comment.add("- The restartPolicyRules are left out: compose asks no exit code.");
    }
    if (probes.probe(asked).orElseThrow().timing().successThreshold() > 1) {
      comment.add("- One success counts: compose has no successThreshold.");
    }
  }
}
