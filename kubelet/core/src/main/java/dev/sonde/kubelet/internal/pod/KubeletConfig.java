package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.BackOffLimits;
import dev.sonde.kubelet.internal.prober.ProberConfig;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.release.KubernetesVersion;
import java.util.random.RandomGenerator;

/**
 * The kubelet that runs a pod.
 *
 * @param loop its clock
 * @param random what it draws from
 * @param version its release
 * @param startedAt when it was started, in nanoseconds of the loop; {@link ProberConfig#LONG_AGO}
 *     for one that has been up for long
 * @param restartedInheritsStarted a container that a probe restarts inherits {@code started} from
 *     the instance before: {@link KubernetesVersion#restartedInheritsStarted()}
 * @param timing when it looks at its pods
 * @param backOff how long restarts wait
 * @param syncDelay nanoseconds between a change and the kubelet acting on it
 * @param endpointDelay nanoseconds from a change of readiness until traffic follows it
 */
public record KubeletConfig(
    EventLoop loop,
    RandomGenerator random,
    KubernetesVersion version,
    long startedAt,
    boolean restartedInheritsStarted,
    PassTiming timing,
    BackOffLimits backOff,
    long syncDelay,
    long endpointDelay) {

  /**
   * {@return a kubelet of the newest release that has been up for long and acts at once}
   *
   * @param loop its clock
   * @param random what it draws from
   */
  public static KubeletConfig of(EventLoop loop, RandomGenerator random) {
    return new KubeletConfig(
        loop,
        random,
        KubernetesVersion.DEFAULT,
        ProberConfig.LONG_AGO,
        KubernetesVersion.DEFAULT.restartedInheritsStarted(),
        PassTiming.IDEAL,
        BackOffLimits.DEFAULT,
        0,
        0);
  }

  /**
   * {@return this kubelet as another release}
   *
   * @param release the release
   */
  public KubeletConfig withVersion(KubernetesVersion release) {
    return new KubeletConfig(
        loop,
        random,
        release,
        startedAt,
        release.restartedInheritsStarted(),
        timing,
        backOff,
        syncDelay,
        endpointDelay);
  }

  /**
   * {@return this kubelet on a network where traffic follows readiness after a while}
   *
   * @param delay nanoseconds, at least 0
   */
  public KubeletConfig withEndpointDelay(long delay) {
    return new KubeletConfig(
        loop,
        random,
        version,
        startedAt,
        restartedInheritsStarted,
        timing,
        backOff,
        syncDelay,
        delay);
  }

  ProberConfig prober() {
    return prober(startedAt);
  }

  /** The workers' view of a kubelet that was started at another moment. */
  ProberConfig prober(long kubeletStartedAt) {
    return new ProberConfig(
        loop,
        random,
        kubeletStartedAt,
        version.extraTryRestartsTicker(),
        version.keepsStatusOverRestart());
  }

  StatusMemory memory(ProberConfig prober, boolean podWasReady) {
    return new StatusMemory(
        prober, version.keepsStatusOverRestart(), restartedInheritsStarted, podWasReady);
  }
}
