package dev.sonde.manifests.lint;

import dev.sonde.manifests.decode.GatedUse;
import dev.sonde.release.FeatureGate;
import dev.sonde.release.FeatureGate.State;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FindingsByRelease;
import dev.sonde.rules.ReleaseRules;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of fields that are behind gates.
 *
 * @param releases the releases that count
 */
public record GateFindings(List<KubernetesVersion> releases) {

  /**
   * {@return what to know of a field, unless the API server refuses what is wrong, or no release
   * that counts has a gate before it}
   *
   * @param use the field
   * @param kind the kind of the object that it is in, such as {@code Deployment}
   */
  public Optional<Finding> of(GatedUse use, String kind) {
    return use.field().gate().flatMap(gate -> finding(gate, use, kind));
  }

  private Optional<Finding> finding(FeatureGate gate, GatedUse use, String kind) {
    List<KubernetesVersion> off = in(State.OFF, gate, use);
    List<KubernetesVersion> on = in(State.ON, gate, use);
    String field = FindingWords.quote(use.path().toString());
    if (!off.isEmpty() && !gate.isRefused()) {
      String elsewhere = on.isEmpty() ? "" : "; it is on in " + FindingsByRelease.words(on);
      return Optional.of(
          ReleaseRules.GATE_OFF.finding(
              use.path(),
              "%s %s %s without a word: feature gate %s, there since %s, is off by default%s."
                  .formatted(
                      FindingsByRelease.words(off),
                      off.size() == 1 ? "drops" : "drop",
                      field,
                      gate.word(),
                      gate.since(),
                      elsewhere),
              remedy(kind)));
    }
    return on.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ReleaseRules.GATE_BETA.finding(
                use.path(),
                "%s depends on feature gate %s, there since %s, and on by default in %s."
                    .formatted(field, gate.word(), gate.since(), FindingsByRelease.words(on)),
                "Make sure that nobody switches it off in the cluster."));
  }

  private static String remedy(String kind) {
    return "Remove it, or switch the gate on in the API server and in every kubelet"
        + (kind.equals("Deployment")
            ? "; while some of them drop it, a Deployment makes new ReplicaSets without end."
            : ".");
  }

  private List<KubernetesVersion> in(State state, FeatureGate gate, GatedUse use) {
    return releases.stream()
        .filter(use.field()::isIn)
        .filter(release -> gate.in(release) == state)
        .toList();
  }
}
