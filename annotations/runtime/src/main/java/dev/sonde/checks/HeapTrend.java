package dev.sonde.checks;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where the heap's floor is heading: the least that was in use after any of a few collections. A
 * leak lifts the floor; what merely lives a little longer does not. Not thread-safe.
 */
final class HeapTrend {

  static final int COLLECTIONS_PER_FLOOR = 5;
  static final int FLOORS = 10;

  private final Deque<Double> floors = new ArrayDeque<>();
  private double floor = Double.MAX_VALUE;
  private int collections;

  void add(double part) {
    floor = Math.min(floor, part);
    collections++;
    if (collections == COLLECTIONS_PER_FLOOR) {
      addFloor(floor);
      floor = Double.MAX_VALUE;
      collections = 0;
    }
  }

  /** {@return whether the floor rises all the time, so fast that as much again passes the limit} */
  boolean reaches(double limit) {
    return floors.size() == FLOORS
        && floors.getLast() + (floors.getLast() - floors.getFirst()) > limit;
  }

  /** One that is not above the one before begins a new trend. */
  private void addFloor(double next) {
    if (!floors.isEmpty() && next <= floors.getLast()) {
      floors.clear();
    }
    floors.addLast(next);
    if (floors.size() > FLOORS) {
      floors.removeFirst();
    }
  }
}
