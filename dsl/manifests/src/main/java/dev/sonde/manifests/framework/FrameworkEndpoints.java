package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a framework answers by its configuration.
 *
 * @param urls where it answers each probe, the usual place first; what it answers only to those who
 *     ask for it comes behind
 * @param findings what is wrong with the configuration, or cannot be known
 */
record FrameworkEndpoints(Map<ProbeKind, List<HealthUrl>> urls, List<PlacedFinding> findings) {

  FrameworkEndpoints {
    Map<ProbeKind, List<HealthUrl>> copy = new EnumMap<>(ProbeKind.class);
    urls.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    urls = copy;
    findings = List.copyOf(findings);
  }

  static FrameworkEndpoints none(List<PlacedFinding> findings) {
    return new FrameworkEndpoints(Map.of(), findings);
  }

  List<HealthUrl> of(ProbeKind kind) {
    return urls.getOrDefault(kind, List.of());
  }

  boolean areKnown() {
    return urls.values().stream().anyMatch(places -> !places.isEmpty());
  }

  /** Without the finding that the port closes at once: a hook may let the container wait. */
  FrameworkEndpoints withoutRefusal() {
    return new FrameworkEndpoints(
        urls,
        findings.stream()
            .filter(found -> !found.finding().rule().equals(FrameworkRules.SHUTDOWN_REFUSES))
            .toList());
  }

  FrameworkEndpoints with(List<PlacedFinding> more) {
    List<PlacedFinding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new FrameworkEndpoints(urls, all);
  }
}
