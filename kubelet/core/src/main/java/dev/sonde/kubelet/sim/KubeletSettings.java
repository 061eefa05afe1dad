package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.release.KubernetesVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The kubelet of a scenario. Every {@code with} method returns a changed copy.
 *
 * @param version its release
 * @param mode how it keeps time
 * @param inheritsStarted a container that a probe restarts inherits {@code started} from the
 *     instance before; unset means as the release does
 * @param upFor how long it has been up when the scenario begins; unset means for long
 * @param restartsAt when it is restarted
 * @param backOff how long restarts of containers wait
 * @param syncDelay how long it takes to act on a change, on top of what its mode brings
 * @param endpointDelay how long traffic takes to follow a change of readiness
 */
public record KubeletSettings(
    KubernetesVersion version,
    KubeletMode mode,
    Optional<Boolean> inheritsStarted,
    Optional<Duration> upFor,
    List<Duration> restartsAt,
    BackOffLimits backOff,
    Duration syncDelay,
    Duration endpointDelay) {

  /** The newest release, up for long, acting at once. */
  public static final KubeletSettings DEFAULT =
      new KubeletSettings(
          KubernetesVersion.DEFAULT,
          KubeletMode.IDEAL,
          Optional.empty(),
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
    return new KubeletSettings(
        release, mode, inheritsStarted, upFor, restartsAt, backOff, syncDelay, endpointDelay);
  }

  /**
   * {@return this kubelet with another sense of time}
   *
   * @param other ideal or real
   */
  public KubeletSettings withMode(KubeletMode other) {
    return new KubeletSettings(
        version, other, inheritsStarted, upFor, restartsAt, backOff, syncDelay, endpointDelay);
  }

  /**
   * {@return this kubelet, having been up for a while only, and restarted}
   *
   * @param time how long it has been up when the scenario begins
   * @param moments when it is restarted
   */
  public KubeletSettings started(Optional<Duration> time, List<Duration> moments) {
    return new KubeletSettings(
        version, mode, inheritsStarted, time, moments, backOff, syncDelay, endpointDelay);
  }

  /**
   * {@return this kubelet with other waits}
   *
   * @param limits how long restarts of containers wait
   */
  public KubeletSettings withBackOff(BackOffLimits limits) {
    return new KubeletSettings(
        version, mode, inheritsStarted, upFor, restartsAt, limits, syncDelay, endpointDelay);
  }

  /**
   * {@return this kubelet with other delays}
   *
   * @param sync how long it takes to act on a change
   * @param endpoint how long traffic takes to follow a change of readiness
   */
  public KubeletSettings delayed(Duration sync, Duration endpoint) {
    return new KubeletSettings(
        version, mode, inheritsStarted, upFor, restartsAt, backOff, sync, endpoint);
  }
}
