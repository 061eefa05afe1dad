package dev.sonde.manifests.framework;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.OverrideOrigin;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Severity;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probes that a framework answers.
 *
 * @param probes the handlers alone; how often to ask is not said
 * @param findings what is wrong with the configuration, or cannot be known
 * @param because which setting is the reason for a field, such as {@code
 *     livenessProbe.httpGet.port}
 */
public record FrameworkProbes(
    ProbeSet probes, List<PlacedFinding> findings, Map<FieldPath, String> because) {

  /** Copies list and map, so that the value stays what it was. */
  public FrameworkProbes {
    findings = List.copyOf(findings);
    because = Map.copyOf(because);
  }

  /** Liveness and readiness, with the handlers that the framework itself would write. */
  static FrameworkProbes of(FrameworkApplication application, FrameworkEndpoints endpoints) {
    Map<ProbeKind, Probe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : List.of(ProbeKind.LIVENESS, ProbeKind.READINESS)) {
      endpoints.of(kind).stream()
          .findFirst()
          .ifPresent(url -> probes.put(kind, Probe.of(url.handler(false))));
    }
    return new FrameworkProbes(application.probes(probes), endpoints.findings(), Map.of());
  }

  /** The same for a container: what it asks already stays, if the framework answers it. */
  static FrameworkProbes of(
      FrameworkApplication application, FrameworkEndpoints endpoints, RunningContainer container) {
    MappingNode node = container.node().node();
    Map<ProbeKind, Probe> probes = new EnumMap<>(ProbeKind.class);
    Map<FieldPath, String> because = new HashMap<>();
    for (ProbeKind kind : ProbeKind.values()) {
      List<HealthUrl> urls = endpoints.of(kind);
      Optional<JsonReader> asked = asked(node, kind);
      boolean isWanted = kind != ProbeKind.STARTUP || asked.isPresent();
      if (!urls.isEmpty() && isWanted) {
        HealthUrl wanted =
            urls.stream().filter(url -> asks(asked, url, node)).findFirst().orElse(urls.get(0));
        boolean withScheme = asked.flatMap(get -> get.text("scheme")).isPresent();
        HttpGet handler = wanted.handler(withScheme);
        probes.put(kind, Probe.of(handler));
        for (String field : handler.toFields().entries().keySet()) {
          because.put(
              FieldPath.of(kind.fieldName(), "httpGet", field),
              wanted.because().getOrDefault(field, application.defaults()));
        }
      }
    }
    return new FrameworkProbes(application.probes(probes), endpoints.findings(), because);
  }

  private static Optional<JsonReader> asked(MappingNode container, ProbeKind kind) {
    return JsonReader.of(container).object(kind.fieldName()).flatMap(p -> p.object("httpGet"));
  }

  private static boolean asks(Optional<JsonReader> asked, HealthUrl url, MappingNode container) {
    return asked
        .filter(get -> get.text("scheme").orElse(HttpGet.DEFAULT_SCHEME).equals(url.scheme()))
        .filter(get -> get.text("path").orElse(HttpGet.DEFAULT_PATH).equals(url.path()))
        .filter(get -> port(get, container).equals(Optional.of(url.port())))
        .isPresent();
  }

  private static Optional<Integer> port(JsonReader get, MappingNode container) {
    Optional<String> name = get.text("port");
    if (name.isEmpty()) {
      return get.int32("port").stream().boxed().findFirst();
    }
    return ManifestPorts.of(container).stream()
        .filter(port -> port.name().equals(name))
        .map(ContainerPort::containerPort)
        .findFirst();
  }

  /**
   * {@return what decides about a field, or about something in it}
   *
   * @param field such as {@code livenessProbe.httpGet.port} or {@code livenessProbe}
   */
  public Optional<OverrideOrigin> origin(FieldPath field) {
    List<String> reasons =
        because.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(field))
            .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(new OverrideOrigin.Configured(String.join("; ", reasons)));
  }

  /** {@return whether the configuration says where the framework answers} */
  public boolean areKnown() {
    return !probes.probes().isEmpty();
  }

  /** {@return the findings because of which nobody knows where the framework answers} */
  public List<PlacedFinding> errors() {
    return areKnown() ? List.of() : findings.stream().filter(FrameworkProbes::isError).toList();
  }

  private static boolean isError(PlacedFinding found) {
    return found.finding().severity() == Severity.ERROR;
  }

  /** {@return the other findings} */
  public List<PlacedFinding> doubts() {
    return findings.stream().filter(found -> areKnown() || !isError(found)).toList();
  }

  /**
   * Refuses probes that nobody knows.
   *
   * @throws UnreadableDocumentException if the configuration does not say where the framework
   *     answers
   */
  public void demandKnown() {
    if (!areKnown()) {
      throw new UnreadableDocumentException(errors());
    }
  }
}
