package dev.sonde.manifests.shapes;

import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.GatedUse;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.lint.GateFindings;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.ContainerVerdict;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingsByRelease;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks whether the API servers of all releases that count take what is to be written. */
final class ReleaseCheck {

  private final List<KubernetesVersion> releases;
  private final StrictDecoder decoder = StrictDecoder.create();
  private final Set<String> refused = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  ReleaseCheck(List<KubernetesVersion> releases) {
    this.releases = releases;
  }

  /**
   * {@return which fields are behind gates}
   *
   * @throws IllegalArgumentException if one of the releases refuses something; the message says all
   */
  List<String> notes(List<ProbeSet> declared) {
    declared.forEach(this::check);
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), refused));
    }
    return notes;
  }

  private void check(ProbeSet probes) {
    SourceText source = SourceText.of(probes.toYaml());
    YamlStream stream = YamlStream.parse(source);
    if (!(stream.documents().get(0).root() instanceof MappingNode container)) {
      return;
    }
    long grace = probes.termination().effectiveTerminationGracePeriodSeconds();
    FindingsByRelease<FieldPath> said = new FindingsByRelease<>(releases);
    List<GatedUse> gated = List.of();
    for (KubernetesVersion release : releases) {
      DecodeVerdict decoded = decoder.of(release).decodeContainer(container, source, List.of());
      decoded.all().forEach(problem -> said.add(release, problem.finding(), problem.path()));
      ContainerVerdict.validate(
              ContainerKind.MAIN, ContainerSpec.of(probes), grace, FieldPath.ROOT, release)
          .stream()
          .forEach(finding -> said.add(release, finding, finding.focus()));
      gated = decoded.gated();
    }
    said.forEach((finding, path) -> refused.add(text(probes, finding)));
    GateFindings gates = new GateFindings(releases);
    for (GatedUse use : gated) {
      gates.of(use, "").ifPresent(finding -> notes.add(text(probes, finding)));
    }
  }

  private static String text(ProbeSet probes, Finding finding) {
    return probes.container().name().map(name -> name + ": ").orElse("") + finding.text();
  }
}
