package dev.sonde.checks;

import dev.sonde.annotation.Liveness;
import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * Whether the heap is filled with what cannot be collected: what was in use right after the last
 * collection, against the largest heap there can be. What is in use between collections says
 * nothing, as garbage is in it.
 *
 * <p>Down when that was too much after several collections in a row; degraded when it has grown
 * from each of the last ten collections to the next and, at that pace, would be too much within ten
 * more: a leak that has time to be looked at. Thread-safe.
 */
@Liveness(name = "heap")
public class HeapCheck implements HealthCheck {

  private static final double PERCENT = 100;
  private static final int COLLECTIONS_IN_A_ROW = 3;

  private final double limit;
  private final HeapTrend trend = new HeapTrend(); // guarded by this, as are all below
  private long collectionsSeen;
  private int tooFull;

  /** Creates a check that fails above 90 % of the heap. */
  public HeapCheck() {
    this(0.9);
  }

  /**
   * Makes a check.
   *
   * @param limit the part of the heap that is too much, more than 0 and at most 1
   * @throws IllegalArgumentException if it is out of range
   */
  public HeapCheck(double limit) {
    this.limit = ArgumentLimits.part("limit", limit);
  }

  @Override
  public Health check() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage afterCollection = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP && afterCollection != null) {
        used += afterCollection.getUsed();
      }
    }
    return judge(collections(), used / (double) Runtime.getRuntime().maxMemory());
  }

  /**
   * Judges by a part of the heap that was in use after the last collection.
   *
   * @param collections how many there have been; the same number as before is no news
   */
  synchronized Health judge(long collections, double part) {
    if (collections != collectionsSeen) {
      collectionsSeen = collections;
      tooFull = part > limit ? tooFull + 1 : 0;
      trend.add(part);
    }
    Health health = Health.up();
    if (tooFull >= COLLECTIONS_IN_A_ROW) {
      health = Health.down();
    } else if (trend.reaches(limit)) {
      health = Health.degraded();
    }
    return health.with("usedAfterCollectionPercent", Math.round(part * PERCENT));
  }

  private static long collections() {
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }
}
