package dev.sonde.adopt;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.ProbeLint;
import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.manifests.workload.ManifestPorts;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.ContainerVerdict;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingsByRelease;
import dev.sonde.rules.Severity;
import dev.sonde.rules.StopSignalChecks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the probes of one container as strictly as the API server would, and judges them. */
final class ProbeReading {

  private final StrictDecoder decoder;
  private final List<KubernetesVersion> releases;
  private final ManifestContainer container;
  private final List<PlacedFinding> errors = new ArrayList<>();
  private final List<PlacedFinding> advice = new ArrayList<>();
  private final Set<String> suppressed = new LinkedHashSet<>();

  ProbeReading(
      StrictDecoder decoder, List<KubernetesVersion> releases, ManifestContainer container) {
    this.decoder = decoder;
    this.releases = releases;
    this.container = container;
  }

  /** What keeps the probes from being adopted. */
  List<PlacedFinding> errors() {
    return errors;
  }

  /**
   * What javac would warn of, and refuse where warnings are errors, although Kubernetes accepts it.
   */
  List<PlacedFinding> advice() {
    return advice;
  }

  /** The rules of that advice. */
  Set<String> suppressed() {
    return suppressed;
  }

  ProbeSet read() {
    WorkloadRef workload =
        container.shared()
            ? WorkloadRef.ANY
            : new WorkloadRef(
                Optional.of(container.workload().kind().kind()), container.workload().name());
    ProbeSet probes = ProbeSet.forContainer(new ContainerRef(container.node().name(), workload));
    decode();
    for (ProbeKind kind : ProbeKind.values()) {
      Optional<JsonReader> written =
          JsonReader.of(container.node().node()).object(kind.fieldName());
      if (written.isPresent()) {
        Probe probe = asWritten(Probe.read(written.get()));
        probes =
            probes.with(
                kind,
                container
                    .workload()
                    .kind()
                    .completed(probe, ManifestPorts.of(container.node().node())));
      }
    }
    Optional<String> signal =
        JsonReader.of(container.node().node())
            .object("lifecycle")
            .flatMap(lifecycle -> lifecycle.text("stopSignal"))
            .filter(StopSignalChecks::isKnown);
    if (signal.isPresent()) {
      probes = probes.stopSignal(signal.get());
    }
    probes = probes.with(restart());
    if (errors.isEmpty()) {
      judge(probes);
      advise(probes);
    }
    return probes;
  }

  private ContainerRestart restart() {
    ContainerRestart restart = ContainerRestart.read(JsonReader.of(container.node().node()));
    return container.node().kind() == ContainerKind.SIDECAR ? restart.ofSidecar() : restart;
  }

  /** The server of Kubernetes fills in its defaults; nobody wrote them. */
  private Probe asWritten(Probe probe) {
    return container.workload().isFromServer() ? probe.withoutDefaults() : probe;
  }

  /** What else is wrong with the container is not adopted, and so does no harm here. */
  private void decode() {
    FindingsByRelease<YamlTreeNode> said = new FindingsByRelease<>(releases);
    for (KubernetesVersion release : releases) {
      decoder
          .of(release)
          .decodeContainer(container.node().node(), container.source(), container.duplicates())
          .all()
          .stream()
          .filter(ProbeReading::isAdopted)
          .forEach(problem -> said.add(release, problem.finding(), problem.at()));
    }
    said.forEach((finding, at) -> errors.add(container.finding(finding, at)));
  }

  private static boolean isAdopted(DecodeProblem problem) {
    return Stream.concat(
            Stream.of(ProbeKind.values()).map(ProbeKind::fieldName),
            ContainerRestart.FIELDS.stream())
        .anyMatch(field -> problem.path().startsWith(FieldPath.of(field)));
  }

  private void judge(ProbeSet probes) {
    ContainerSpec spec = ContainerSpec.of(probes);
    long grace = PodSpec.DEFAULT_TERMINATION_GRACE_PERIOD_SECONDS;
    FindingsByRelease<FieldPath> said = new FindingsByRelease<>(releases);
    for (KubernetesVersion release : releases) {
      ContainerVerdict.validate(container.node().kind(), spec, grace, FieldPath.ROOT, release)
          .stream()
          .forEach(finding -> said.add(release, finding, finding.focus()));
    }
    said.forEach((finding, focus) -> errors.add(placed(finding)));
  }

  private void advise(ProbeSet probes) {
    for (Finding finding : ProbeLint.check(probes, ApplicationFacts.UNKNOWN).all()) {
      if (finding.severity() != Severity.INFO) {
        suppressed.add(finding.ruleId());
        advice.add(placed(finding));
      }
    }
  }

  private PlacedFinding placed(Finding finding) {
    return container.finding(finding, FieldPlaces.of(container.node().node(), finding.focus()));
  }
}
