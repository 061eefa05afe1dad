package dev.sonde.kubelet.internal.time;

import java.util.Arrays;

/**
 * Virtual time: jumps from one task to the next, as fast as the machine can. Deterministic. Not
 * safe for use by several threads.
 *
 * <p>A binary heap of plain arrays: an hour of ten thousand pods puts tens of millions of tasks
 * through it, and with the JDK's queue, which wants an object for each, all takes a quarter longer.
 */
public final class VirtualLoop implements EventLoop {

  private long[] times = new long[16];
  private long[] orders = new long[16];
  private Runnable[] tasks = new Runnable[16];
  private int size;
  private long handedIn;
  private long now;
  private boolean rootIsFree;

  /** Creates a loop at its moment 0 with nothing to do. */
  public VirtualLoop() {}

  @Override
  public long now() {
    return now;
  }

  @Override
  public void at(long nanos, Runnable task) {
    if (nanos == NEVER) {
      return;
    }
    long time = Math.max(nanos, now);
    if (rootIsFree) {
      rootIsFree = false;
      siftDown(time, handedIn++, task);
    } else {
      siftUp(time, handedIn++, task);
    }
  }

  /**
   * Runs all that is due up to a moment, including what becomes due on the way, and leaves the
   * clock there.
   *
   * @param until the last moment, in nanoseconds since the loop began
   */
  public void runUntil(long until) {
    while (size > 0 && times[0] <= until) {
      now = times[0];
      // Most tasks hand in just one more, which then takes this one's place at half the cost.
      rootIsFree = true;
      tasks[0].run();
      if (rootIsFree) {
        rootIsFree = false;
        removeFirst();
      }
    }
    now = Math.max(now, until);
  }

  /** Lets a task that has run be forgotten. */
  private static void nothing() {}

  private void removeFirst() {
    int last = --size;
    siftDown(times[last], orders[last], tasks[last]);
    tasks[last] = VirtualLoop::nothing;
  }

  private void siftUp(long time, long order, Runnable task) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
      tasks = Arrays.copyOf(tasks, 2 * size);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (isBefore(parent, time, order)) {
        break;
      }
      put(hole, times[parent], orders[parent], tasks[parent]);
      hole = parent;
    }
    put(hole, time, order, task);
  }

  /** Puts a task into the free root and restores the order. */
  private void siftDown(long time, long order, Runnable task) {
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && isBefore(child + 1, times[child], orders[child])) {
        child++;
      }
      if (!isBefore(child, time, order)) {
        break;
      }
      put(hole, times[child], orders[child], tasks[child]);
      hole = child;
    }
    put(hole, time, order, task);
  }

  /** Tasks of one moment run in the order in which they were handed in. */
  private boolean isBefore(int index, long time, long order) {
    return times[index] == time ? orders[index] < order : times[index] < time;
  }

  private void put(int index, long time, long order, Runnable task) {
    times[index] = time;
    orders[index] = order;
    tasks[index] = task;
  }
}
