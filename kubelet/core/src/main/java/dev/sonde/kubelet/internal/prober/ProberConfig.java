package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.util.random.RandomGenerator;

/**
 * What the workers of a kubelet share.
 *
 * @param loop their clock
 * @param random where the random wait before a first try comes from
 * @param kubeletStartedAt when the kubelet was started, in nanoseconds of the loop; {@link
 *     #LONG_AGO} for one that has been up for long
 * @param extraTryRestartsTicker an out-of-turn try starts the period again
 * @param keepsStatusOverRestart a container that ran more than 10 s before the kubelet was started
 *     stays started and ready until it is probed
 */
public record ProberConfig(
    EventLoop loop,
    RandomGenerator random,
    long kubeletStartedAt,
    boolean extraTryRestartsTicker,
    boolean keepsStatusOverRestart) {

  /** A start so long ago that no worker waits for it. */
  public static final long LONG_AGO = Long.MIN_VALUE / 2;

  /** A container that ran this long before the kubelet was started keeps its status. */
  private static final long SETTLED = NanoTime.ofSeconds(10);

  /**
   * {@return whether a container stays as it was until it is probed}
   *
   * @param containerStartedAt when its instance began to run, in nanoseconds of the loop
   * @param running it runs
   */
  public boolean keepsStatusOf(long containerStartedAt, boolean running) {
    return keepsStatusOverRestart && running && containerStartedAt + SETTLED < kubeletStartedAt;
  }
}
