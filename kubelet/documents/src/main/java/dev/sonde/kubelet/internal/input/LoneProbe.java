package dev.sonde.kubelet.internal.input;

import static java.util.Comparator.comparingInt;

import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.Places;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Node;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.ProbeRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file that holds nothing but one probe, with the ports that it may name. */
final class LoneProbe {

  private static final FieldPath PORTS = FieldPath.of("ports");

  /** An undeclared name is the attempt's business: the kubelet finds out only then. */
  private static final String PORT_NAME = "port-name";

  private record Mistake(int offset, String text) {}

  private final Path file;
  private final SourceText source;
  private final MappingNode root;
  private final List<Mistake> mistakes = new ArrayList<>();

  LoneProbe(Path file, SourceText source, MappingNode root) {
    this.file = file;
    this.source = source;
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
    if (mistakes.isEmpty()) {
      judge(kind.orElseGet(() -> possibleKind(probe)), probe);
    }
    refuseMistakes();
    return new SingleProbe(probe, written.list("ports", PodReader::port));
  }

  private static ProbeKind possibleKind(Probe probe) {
    boolean ofReadiness =
        probe.numbers().keySet().stream().allMatch(number -> number.suits(ProbeKind.READINESS));
    return ofReadiness ? ProbeKind.READINESS : ProbeKind.LIVENESS;
  }

  private void decode() {
    DecodeVerdict verdict = StrictDecoder.create().decodeProbe(root, source, List.of());
    for (DecodeProblem problem : verdict.all()) {
      if (!problem.path().equals(PORTS)) {
        add(problem.at(), problem.finding());
      }
    }
  }

  private void judge(ProbeKind kind, Probe probe) {
    for (Finding finding : ProbeRules.validate(kind, probe).errors()) {
      if (!finding.ruleId().equals(PORT_NAME)) {
        List<FieldPath.Segment> path = finding.focus().segments();
        add(Places.of(root, new FieldPath(path.subList(1, path.size()))), finding);
      }
    }
  }

  private void add(Node at, Finding finding) {
    mistakes.add(new Mistake(at.start(), finding.text()));
  }

  private void refuseMistakes() {
    if (!mistakes.isEmpty()) {
      throw new UnreadableInputException(
          mistakes.stream()
              .sorted(comparingInt(Mistake::offset))
              .map(m -> file + ":" + source.position(m.offset()) + ": " + m.text())
              .collect(Collectors.joining("\n")));
    }
  }
}
