package dev.sonde.manifests.decode;

import dev.sonde.release.FeatureGate;
import dev.sonde.release.FeatureGate.State;
import dev.sonde.release.KubernetesVersion;
import java.util.List;
import java.util.Optional;

/**
 * Where a field is known that not every release has, or that is behind a gate.
 *
 * @param since the first release that has it; the oldest supported one means always
 * @param until the last release that has it; the newest supported one means still
 * @param behind what is behind a gate
 */
public record ReleasedField(
    KubernetesVersion since, KubernetesVersion until, Optional<FeatureGate.Field> behind) {

  /**
   * {@return whether a release has the field}
   *
   * @param release such as 1.36
   */
  public boolean isIn(KubernetesVersion release) {
    return release.compareTo(since) >= 0 && release.compareTo(until) <= 0;
  }

  /** Whether all supported releases have it. */
  boolean isEverywhere() {
    return KubernetesVersion.ALL.stream().allMatch(this::isIn);
  }

  /** Whether what is written there depends on the release. */
  boolean concerns(String value) {
    return !isEverywhere()
        || behind
            .filter(field -> field.value().isEmpty() || field.value().equals(value))
            .isPresent();
  }

  /** {@return the gate, if it is behind one} */
  public Optional<FeatureGate> gate() {
    return behind.map(FeatureGate.Field::gate);
  }

  /**
   * Tells whether something may be said of the field that is not said of it in all releases.
   *
   * @param releases those that count
   */
  public boolean matters(List<KubernetesVersion> releases) {
    return !releases.stream().allMatch(this::isIn)
        || gate()
            .filter(gate -> releases.stream().anyMatch(each -> gate.in(each) != State.STABLE))
            .isPresent();
  }
}
