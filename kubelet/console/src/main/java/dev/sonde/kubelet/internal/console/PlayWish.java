package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.internal.output.SeedRange;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.KubeletSettings;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.release.KubernetesVersion;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How scenarios are to be played, instead of how they say themselves.
 *
 * @param mode ideal or real
 * @param version the release of Kubernetes
 * @param seeds over how many seeds to tell the range, at least 1; unset means {@link #USUAL_SEEDS}
 *     pods in real mode, and none in ideal mode
 */
public record PlayWish(
    Optional<KubeletMode> mode, Optional<KubernetesVersion> version, OptionalInt seeds) {

  /** The number of pods that a range covers by default. */
  public static final int USUAL_SEEDS = 100;

  /** As the scenarios say. */
  public static final PlayWish NONE =
      new PlayWish(Optional.empty(), Optional.empty(), OptionalInt.empty());

  Scenario applied(Scenario scenario) {
    KubeletSettings kubelet = scenario.kubelet();
    return scenario.on(
        kubelet
            .withMode(mode.orElse(kubelet.mode()))
            .withVersion(version.orElse(kubelet.version())));
  }

  /** What many seeds come to; each pod of a fleet draws for itself already. */
  Optional<SeedRange> range(Scenario scenario) {
    boolean real = scenario.kubelet().mode() == KubeletMode.REAL;
    if (seeds.isEmpty() && !real) {
      return Optional.empty();
    }
    int usual = Math.max(USUAL_SEEDS / scenario.fleet().replicas(), 1);
    return Optional.of(SeedRange.of(scenario, seeds.orElse(usual)));
  }
}
