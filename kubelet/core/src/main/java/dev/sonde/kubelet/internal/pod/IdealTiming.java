package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.prober.ProberConfig;
import dev.sonde.kubelet.internal.time.EventLoop;
import dev.sonde.kubelet.internal.time.NanoTime;

/** A kubelet that acts at once. Its loop begins on a whole second of the wall clock. */
final class IdealTiming implements PassTiming {

  @Override
  public long noticed(long change) {
    return change;
  }

  @Override
  public long nextPass(long now, long lastPassEnded) {
    return now;
  }

  @Override
  public long resync(long now) {
    return EventLoop.NEVER;
  }

  @Override
  public long afterBackOff(long now, long due) {
    return due;
  }

  @Override
  public long lastCleanUp(long now) {
    return ProberConfig.LONG_AGO;
  }

  @Override
  public long wholeSecond(long moment) {
    return Math.floorDiv(moment, NanoTime.PER_SECOND) * NanoTime.PER_SECOND;
  }
}
