package dev.sonde.manifests.environment;

import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.model.ContainerPort;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.EnvironmentRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.SimilarName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies the overrides of one environment, and notes what is wrong with them. */
final class OverrideApplication {

  private final String file;
  private final Mistakes mistakes;
  private final List<ProbeSet> probes;
  private final Set<Integer> overridden = new HashSet<>();
  private final Map<ContainerRef, Map<FieldPath, OverrideOrigin.Overridden>> origins =
      new HashMap<>();

  OverrideApplication(String file, Mistakes mistakes, List<ProbeSet> declared) {
    this.file = file;
    this.mistakes = mistakes;
    this.probes = new ArrayList<>(declared);
  }

  EffectiveProbes apply(List<ContainerOverride> overrides) {
    overrides.forEach(this::apply);
    return new EffectiveProbes(probes, new OverrideOrigins(origins));
  }

  private void apply(ContainerOverride override) {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < probes.size(); i++) {
      if (override.fits(probes.get(i))) {
        fitting.add(i);
      }
    }
    if (fitting.isEmpty()) {
      refuse(override, EnvironmentRules.CONTAINER_UNKNOWN, unknown(override), remedy(override));
    } else if (fitting.size() > 1) {
      refuse(
          override,
          EnvironmentRules.CONTAINER_UNCLEAR,
          "the override fits "
              + fitting.stream().map(probes::get).map(this::name).collect(joining("; "))
              + ".",
          "Name the container, or the workload that runs it.");
    } else if (!overridden.add(fitting.get(0))) {
      refuse(
          override,
          EnvironmentRules.TWICE,
          name(probes.get(fitting.get(0))) + " is overridden a second time.",
          "Write both into one entry.");
    } else {
      apply(override, fitting.get(0));
    }
  }

  private void apply(ContainerOverride override, int index) {
    ProbeOverlay overlay = new ProbeOverlay();
    ProbeSet effective = overlay.over(probes.get(index), override.node());
    for (Finding finding : ProbeRules.validate(effective).all()) {
      mistakes.add(
          FieldPlaces.of(override.node(), finding.focus()).start(),
          finding.withWords(
              finding.message() + " So it would be in environment " + override.environment() + ".",
              finding.remedy()));
    }
    refuseUnserved(override, probes.get(index), effective);
    Map<FieldPath, OverrideOrigin.Overridden> decided = new HashMap<>();
    overlay
        .decided()
        .forEach(
            (path, key) ->
                decided.put(
                    path,
                    new OverrideOrigin.Overridden(
                        override.environment(), file, mistakes.source().position(key.start()))));
    origins.put(effective.container(), decided);
    probes.set(index, effective);
  }

  private void refuseUnserved(ContainerOverride override, ProbeSet declared, ProbeSet effective) {
    for (ContainerPort port : declared.ports()) {
      ServedPaths served = new ServedPaths(declared, port);
      effective
          .probes()
          .forEach(
              (kind, probe) -> {
                if (served.lacks(probe)) {
                  FieldPath path = FieldPath.of(kind.fieldName(), "httpGet", "path");
                  mistakes.add(
                      FieldPlaces.of(override.node(), path).start(),
                      EnvironmentRules.ENDPOINT.finding(
                          path,
                          "in environment %s the %s probe of %s would ask port %d for a path that is"
                                  .formatted(
                                      override.environment(),
                                      kind.word(),
                                      name(effective),
                                      port.containerPort())
                              + " not served there; served: "
                              + String.join(", ", served.paths())
                              + ".",
                          "Keep the path, or name a port on which somebody else answers."));
                }
              });
    }
  }

  private void refuse(ContainerOverride override, Rule rule, String message, String remedy) {
    FieldPath path =
        FieldPath.of(override.container().name().isPresent() ? "container" : "workload");
    mistakes.add(
        FieldPlaces.of(override.node(), path).start(), rule.finding(path, message, remedy));
  }

  private String unknown(ContainerOverride override) {
    String known = probes.stream().map(this::name).collect(joining("; "));
    return "no probes are declared for "
        + name(override.container())
        + "; available: "
        + (known.isEmpty() ? "none" : known)
        + ".";
  }

  private String remedy(ContainerOverride override) {
    List<String> names = probes.stream().flatMap(set -> set.container().name().stream()).toList();
    return override
        .container()
        .name()
        .filter(name -> !names.contains(name))
        .flatMap(name -> SimilarName.to(name, names))
        .map(similar -> "Did you mean \"" + similar + "\"?")
        .orElse("Correct the name, or declare the probes.");
  }

  private String name(ProbeSet set) {
    return name(set.container());
  }

  private static String name(ContainerRef container) {
    String text =
        container.name().map(name -> "container \"" + name + "\"").orElse("the only container");
    String kind = container.workload().kind().orElse("workload");
    return container.workload().name().isPresent() || container.workload().kind().isPresent()
        ? text + " of " + kind + container.workload().name().map(name -> " " + name).orElse("")
        : text;
  }
}
