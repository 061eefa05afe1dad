package dev.sonde.manifests.lint;

import dev.sonde.lint.ServiceSelection;
import dev.sonde.manifests.decode.JsonReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Services of a set of files. */
final class ServiceSelectors {

  private record Selector(Optional<String> namespace, Map<String, String> labels) {

    /** Where a namespace is not written, kubectl's or kustomize's is used: any. */
    boolean selects(PodIdentity pod) {
      boolean sameNamespace =
          namespace.isEmpty() || pod.namespace().isEmpty() || namespace.equals(pod.namespace());
      return sameNamespace && pod.labels().entrySet().containsAll(labels.entrySet());
    }
  }

  /** By one of the labels that they ask for, so that a pod need not be compared with all. */
  private final Map<Map.Entry<String, String>, Set<Selector>> selectors = new HashMap<>();

  private boolean any;

  /** One that sends traffic also to pods that are not ready does not care for readiness. */
  void add(JsonReader service) {
    any = true;
    Optional<JsonReader> spec = service.object("spec");
    boolean caresForReadiness =
        spec.flatMap(fields -> fields.truth("publishNotReadyAddresses"))
            .filter(publish -> publish)
            .isEmpty();
    Map<String, String> labels =
        spec.flatMap(fields -> fields.object("selector")).map(JsonReader::texts).orElse(Map.of());
    if (caresForReadiness && !labels.isEmpty()) {
      Optional<String> namespace =
          service.object("metadata").flatMap(metadata -> metadata.text("namespace"));
      selectors
          .computeIfAbsent(labels.entrySet().iterator().next(), label -> new HashSet<>())
          .add(new Selector(namespace, labels));
    }
  }

  /** Where there is no Service at all, they are likely elsewhere. */
  ServiceSelection selectionOf(PodIdentity pod) {
    if (!any) {
      return ServiceSelection.UNKNOWN;
    }
    return pod.labels().entrySet().stream()
            .flatMap(label -> selectors.getOrDefault(label, Set.of()).stream())
            .anyMatch(selector -> selector.selects(pod))
        ? ServiceSelection.SELECTED
        : ServiceSelection.NOT_SELECTED;
  }
}
