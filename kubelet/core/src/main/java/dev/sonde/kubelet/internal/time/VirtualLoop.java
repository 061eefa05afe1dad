package dev.sonde.kubelet.internal.time;

import java.util.Arrays;

/**
 * Virtual time: jumps from one task to the next, as fast as the machine can. Deterministic.
 *
 * <p>A binary heap of plain arrays: an hour of ten thousand pods puts tens of millions of tasks
 * through it. Not safe for use by several threads.
 */
public final class VirtualLoop implements EventLoop {

  private long[] times = new long[64];
  private long[] sequence = new long[64];
  private Runnable[] tasks = new Runnable[64];
  private int size;
  private long handedIn;
  private long now;
  private boolean stopped;
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
      return;
    }
    if (size == times.length) {
      grow();
    }
    siftUp(time, handedIn++, task);
  }

  /**
   * Runs all that is due up to a moment, including what becomes due on the way, and leaves the
   * clock there.
   *
   * @param until the last moment, in nanoseconds since the loop began
   */
  public void runUntil(long until) {
    stopped = false;
    while (!stopped && size > 0 && times[0] <= until) {
      now = times[0];
      // Most tasks hand in just one more, which then takes this one's place at half the cost.
      rootIsFree = true;
      tasks[0].run();
      if (rootIsFree) {
        rootIsFree = false;
        removeFirst();
      }
    }
    if (!stopped) {
      now = Math.max(now, until);
    }
  }

  /** Makes {@link #runUntil(long)} return after the task that calls this. */
  public void stop() {
    stopped = true;
  }

  /** {@return whether nothing is left to do} */
  public boolean idle() {
    return size == 0;
  }

  /** Lets a task that has run be forgotten. */
  private static void nothing() {}

  private void grow() {
    int capacity = size * 2;
    times = Arrays.copyOf(times, capacity);
    sequence = Arrays.copyOf(sequence, capacity);
    tasks = Arrays.copyOf(tasks, capacity);
  }

  private void siftUp(long time, long order, Runnable task) {
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (before(parent, time, order)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    put(hole, time, order, task);
  }

  private void removeFirst() {
    int last = --size;
    siftDown(times[last], sequence[last], tasks[last]);
    tasks[last] = VirtualLoop::nothing;
  }

  /** Puts a task into the free root and restores the order. */
  private void siftDown(long time, long order, Runnable task) {
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && before(child + 1, times[child], sequence[child])) {
        child++;
      }
      if (!before(child, time, order)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, time, order, task);
  }

  private boolean before(int index, long time, long order) {
    return times[index] < time || (times[index] == time && sequence[index] < order);
  }

  private void move(int from, int to) {
    put(to, times[from], sequence[from], tasks[from]);
  }

  private void put(int index, long time, long order, Runnable task) {
    times[index] = time;
    sequence[index] = order;
    tasks[index] = task;
  }
}
