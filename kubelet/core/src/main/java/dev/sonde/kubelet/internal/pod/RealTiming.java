package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.release.KubernetesVersion;
import java.util.random.RandomGenerator;

/**
 * A kubelet as it is on a node. It lists what the runtime has every second, learns of a change from
 * that listing, and begins no pass over a pod before a listing newer than the last one. It looks at
 * each pod every 60 to 90 s, and after a wait for a restart up to half as long again.
 */
public final class RealTiming implements PassTiming {

  private static final long LISTING = NanoTime.PER_SECOND;
  private static final long QUEUE = NanoTime.PER_SECOND;
  private static final long CLEAN_UP = NanoTime.ofSeconds(2);
  private static final long RESYNC = NanoTime.ofSeconds(60);
  private static final long ERROR = NanoTime.ofSeconds(10);
  private static final double MOST_JITTER = 0.5;

  private final RandomGenerator random;
  private final boolean knowsTheWait;
  private final long listing;
  private final long queue;
  private final long cleanUp;
  private final long second;

  /**
   * Creates the timing of one node.
   *
   * @param random where its clocks' phases and its jitter come from
   * @param version its release
   */
  public RealTiming(RandomGenerator random, KubernetesVersion version) {
    this.random = random;
    this.knowsTheWait = version.looksAgainWhenWaitIsOver();
    this.listing = phase(LISTING);
    this.queue = phase(QUEUE);
    this.cleanUp = phase(CLEAN_UP);
    this.second = phase(NanoTime.PER_SECOND);
  }

  private long phase(long period) {
    return (long) (random.nextDouble() * period);
  }

  @Override
  public long noticed(long change) {
    return atOrAfter(change, listing, LISTING);
  }

  @Override
  public long nextPass(long now, long lastPassEnded) {
    return Math.max(now, atOrAfter(lastPassEnded + 1, listing, LISTING));
  }

  @Override
  public long resync(long now) {
    return queued(now, RESYNC);
  }

  @Override
  public long afterBackOff(long now, long due) {
    return queued(now, knowsTheWait ? Math.min(Math.max(due - now, 0), RESYNC) : ERROR);
  }

  private long queued(long now, long wait) {
    long jittered = (long) (wait * (1 + MOST_JITTER * random.nextDouble()));
    return atOrAfter(EventLoop.after(now, jittered), queue, QUEUE);
  }

  @Override
  public long lastCleanUp(long now) {
    return before(now, cleanUp, CLEAN_UP);
  }

  @Override
  public long wholeSecond(long moment) {
    return before(moment, second, NanoTime.PER_SECOND);
  }

  private static long before(long moment, long phase, long period) {
    return Math.floorDiv(moment - phase, period) * period + phase;
  }

  private static long atOrAfter(long moment, long phase, long period) {
    long last = before(moment, phase, period);
    return last == moment ? moment : last + period;
  }
}
