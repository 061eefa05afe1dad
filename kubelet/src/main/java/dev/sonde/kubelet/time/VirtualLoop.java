package dev.sonde.kubelet.time;

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
    if (size == times.length) {
      grow();
    }
    siftUp(Math.max(nanos, now), handedIn++, task);
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
      removeFirst().run();
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

  private Runnable removeFirst() {
    final Runnable first = tasks[0];
    int last = --size;
    final long time = times[last];
    final long order = sequence[last];
    final Runnable task = tasks[last];
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= last) {
        break;
      }
      if (child + 1 < last && before(child + 1, times[child], sequence[child])) {
        child++;
      }
      if (!before(child, time, order)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, time, order, task);
    tasks[last] = VirtualLoop::nothing;
    return first;
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
