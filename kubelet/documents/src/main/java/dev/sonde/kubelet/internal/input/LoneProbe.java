package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file that holds nothing but one probe, with the ports that it may name. */
final class LoneProbe {

  /** What is beside the probe, as in a container. */
  private static final Set<FieldPath> BESIDE = Set.of(FieldPath.of("ports"), FieldPath.of("env"));

  /** An undeclared name is the attempt's business: the kubelet finds out only then. */
  private static final String PORT_NAME = "port-name";

  private final Mistakes mistakes;
  private final MappingNode root;

  LoneProbe(Mistakes mistakes, MappingNode root) {
    this.mistakes = mistakes;
    this.root = root;
  }

  /**
   * Reads it; fails with what keeps it from being a probe that Kubernetes takes.
   *
   * @param kind which probe it is to be; unset means any that it can be
   */
  SingleProbe read(Optional<ProbeKind> kind) {
    JsonReader written = JsonReader.of(root);
    Probe probe = Probe.read(written);
    decode();
    mistakes.throwIfAny();
    judge(kind, probe);
    mistakes.throwIfAny();
    return new SingleProbe(
        LiteralEnv.of(written).expand(probe), written.list("ports", PodReader::port));
  }

  private static ProbeKind possibleKind(Probe probe) {
    boolean ofReadiness =
        probe.numbers().keySet().stream().allMatch(number -> number.suits(ProbeKind.READINESS));
    return ofReadiness ? ProbeKind.READINESS : ProbeKind.LIVENESS;
  }

  private void decode() {
    DecodeVerdict verdict = StrictDecoder.create().decodeProbe(root, mistakes.source(), List.of());
    for (DecodeProblem problem : verdict.all()) {
      if (!BESIDE.contains(problem.path())) {
        mistakes.add(problem.at().start(), problem.finding());
      }
    }
  }

  private void judge(Optional<ProbeKind> wanted, Probe probe) {
    ProbeKind kind = wanted.orElseGet(() -> possibleKind(probe));
    for (Finding finding : ProbeRules.validate(kind, probe).errors()) {
      if (!finding.ruleId().equals(PORT_NAME)) {
        List<FieldPath.Segment> path = finding.focus().segments();
        YamlTreeNode at = FieldPlaces.of(root, new FieldPath(path.subList(1, path.size())));
        mistakes.add(at.start(), wanted.isPresent() ? finding : ofSomeProbe(kind, finding));
      }
    }
  }

  /** Nobody said which of the three it is. */
  private static Finding ofSomeProbe(ProbeKind kind, Finding finding) {
    return new Finding(
        finding.rule(),
        finding.kind(),
        finding.severity(),
        finding.fieldPath(),
        finding.focus(),
        finding.message().replace("the " + kind.word() + " probe", "the probe"),
        finding.remedy());
  }
}
