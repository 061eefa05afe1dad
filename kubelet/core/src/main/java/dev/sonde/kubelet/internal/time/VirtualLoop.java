package dev.sonde.kubelet.internal.time;

import java.util.PriorityQueue;

/**
 * Virtual time: jumps from one task to the next, as fast as the machine can. Deterministic. Not
 * safe for use by several threads.
 */
public final class VirtualLoop implements EventLoop {

  /** Tasks of one moment run in the order in which they were handed in. */
  private record Due(long at, long order, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
    }
  }

  private final PriorityQueue<Due> tasks = new PriorityQueue<>();
  private long handedIn;
  private long now;

  /** Creates a loop at its moment 0 with nothing to do. */
  public VirtualLoop() {}

  @Override
  public long now() {
    return now;
  }

  @Override
  public void at(long nanos, Runnable task) {
    if (nanos != NEVER) {
      tasks.add(new Due(Math.max(nanos, now), handedIn++, task));
    }
  }

  /**
   * Runs all that is due up to a moment, including what becomes due on the way, and leaves the
   * clock there.
   *
   * @param until the last moment, in nanoseconds since the loop began
   */
  public void runUntil(long until) {
    for (Due next = tasks.peek(); next != null && next.at() <= until; next = tasks.peek()) {
      tasks.remove();
      now = next.at();
      next.task().run();
    }
    now = Math.max(now, until);
  }
}
