package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.kubelet.KubernetesVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The kubelet of a scenario.
 *
 * @param version its release
 * @param upFor how long it has been up when the scenario begins; unset means for long
 * @param restartsAt when it is restarted
 * @param backOff how long restarts of containers wait
 * @param syncDelay how long it takes to act on a change; about 1 to 2 s on real nodes
 * @param endpointDelay how long traffic takes to follow a change of readiness
 */
public record KubeletSettings(
    KubernetesVersion version,
    Optional<Duration> upFor,
    List<Duration> restartsAt,
    BackOffLimits backOff,
    Duration syncDelay,
    Duration endpointDelay) {

  /** The newest release, up for long, acting at once. */
  public static final KubeletSettings DEFAULT =
      new KubeletSettings(
          KubernetesVersion.DEFAULT,
          Optional.empty(),
          List.of(),
          BackOffLimits.DEFAULT,
          Duration.ZERO,
          Duration.ZERO);

  /** Copies the moments, so that the value stays what it was. */
  public KubeletSettings {
    restartsAt = List.copyOf(restartsAt);
  }

  /**
   * {@return this kubelet as another release}
   *
   * @param release the release
   */
  public KubeletSettings withVersion(KubernetesVersion release) {
    return new KubeletSettings(release, upFor, restartsAt, backOff, syncDelay, endpointDelay);
  }
}
