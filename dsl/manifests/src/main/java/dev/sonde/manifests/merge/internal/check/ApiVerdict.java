package dev.sonde.manifests.merge.internal.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import dev.sonde.manifests.merge.internal.assign.MergeTarget;
import dev.sonde.manifests.merge.internal.assign.PortNodes;
import dev.sonde.manifests.merge.internal.edit.ContainerMerge;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.ProbeKind;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.ReleaseRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API server would refuse in the probes, ports, hooks and restart policies of the
 * containers that code declares probes for, once they are merged: what it refuses never reaches the
 * cluster.
 *
 * @param file the file's name
 * @param before its text
 * @param after its text with the probes merged; the same if nothing is to be done
 * @param containers the containers in it
 * @param releases the releases that count
 */
public record ApiVerdict(
    String file,
    SourceText before,
    String after,
    List<ContainerMerge> containers,
    List<KubernetesVersion> releases) {

  private static final List<String> OURS =
      Stream.of(
              Arrays.stream(ProbeKind.values()).map(ProbeKind::fieldName),
              Stream.of(PortNodes.FIELD, "lifecycle"),
              ContainerRestart.FIELDS.stream())
          .flatMap(fields -> fields)
          .toList();

  /** {@return the findings, with their places in the text as it is, which a reader has} */
  public List<PlacedFinding> findings() {
    List<PlacedFinding> merged = refused(after);
    if (after.equals(before.text())) {
      return merged;
    }
    List<PlacedFinding> now = refused(before.text());
    return merged.stream()
        .map(
            found ->
                now.stream()
                    .filter(old -> isSame(old, found))
                    .findFirst()
                    .orElseGet(() -> beforeMerging(found)))
        .distinct()
        .toList();
  }

  /** What merging would bring is not written yet: then the nearest that is. */
  private PlacedFinding beforeMerging(PlacedFinding found) {
    return containers.stream()
        .filter(container -> isIn(container, found))
        .findFirst()
        .map(container -> container.plan().target())
        .map(
            target ->
                target
                    .place(FieldPlaces.of(target.workload().node(), found.finding().focus()))
                    .finding(found.finding()))
        .orElse(found);
  }

  private static boolean isSame(PlacedFinding one, PlacedFinding other) {
    return one.document() == other.document() && one.finding().equals(other.finding());
  }

  private List<PlacedFinding> refused(String text) {
    ManifestText manifest = new ManifestText(file, text.getBytes(UTF_8));
    ManifestLinter linter = ManifestLinter.with(LintSettings.DEFAULT.withReleases(releases));
    return linter.start().add(manifest).report().findings().stream()
        .filter(found -> isVerdict(found.finding()))
        .filter(found -> containers.stream().anyMatch(container -> isIn(container, found)))
        .toList();
  }

  private static boolean isVerdict(Finding finding) {
    return finding.kind() == FindingKind.API
        || finding.kind() == FindingKind.DECODE
        || finding.rule().equals(ReleaseRules.GATE_OFF);
  }

  private static boolean isIn(ContainerMerge container, PlacedFinding found) {
    MergeTarget target = container.plan().target();
    FieldPath focus = found.finding().focus();
    return target.documentNumber() == found.document()
        && OURS.stream().anyMatch(field -> focus.startsWith(target.path(field)));
  }
}
