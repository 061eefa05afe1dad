package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Plays pods that know nothing of each other, each on a clock of its own, in turns: all up to a
 * moment, then all up to the next one. So what happens can be told in the order of time, and only
 * what happens in one turn is kept.
 */
final class PodShift {

  /** The longer a turn is, the less it costs to take turns, and the more has to be kept. */
  private static final long SHORTEST_TURN = NanoTime.ofSeconds(15);

  private static final long LONGEST_TURN = NanoTime.ofSeconds(300);
  private static final int MANY_EVENTS = 500_000;

  /** More than the events of a turn; 39 bits are left for its nanoseconds. */
  private static final int PLACE_BITS = 24;

  private static final long MAX_PLACE = (1L << PLACE_BITS) - 1;

  private final Predicate<KubeletEvent> kept;
  private final TraceListener listener;
  private final List<ClockCell> cells = new ArrayList<>();
  private final List<TraceEntry> turn = new ArrayList<>();
  private long turnBegan;

  PodShift(
      Scenario scenario,
      SplittableRandom random,
      TrafficMeter meter,
      Predicate<KubeletEvent> kept,
      TraceListener listener) {
    this.kept = kept;
    this.listener = listener;
    for (int pod = 0; pod < scenario.fleet().replicas(); pod++) {
      ClockCell cell = new ClockCell(scenario, pod, random, this::keep, meter);
      cell.prepare(1);
      cells.add(cell);
    }
  }

  private void keep(String pod, KubeletEvent event) {
    if (kept.test(event)) {
      turn.add(new TraceEntry(pod, event));
    }
  }

  void run(long end) {
    long moment = 0;
    long length = SHORTEST_TURN;
    while (moment < end) {
      turnBegan = moment;
      moment = Math.min(moment + length, end);
      for (ClockCell cell : cells) {
        cell.runUntil(moment);
      }
      tellInOrder();
      length =
          turn.size() > MANY_EVENTS
              ? Math.max(length / 2, SHORTEST_TURN)
              : Math.min(length * 2, LONGEST_TURN);
      turn.clear();
    }
  }

  /**
   * Sorts numbers, each made of an event's moment and its place in the turn: comparing millions of
   * events would read most of them from far away.
   */
  private void tellInOrder() {
    long[] order = new long[turn.size()];
    for (int place = 0; place < order.length; place++) {
      long since = turn.get(place).event().at() - turnBegan;
      order[place] = since << PLACE_BITS | place;
    }
    Arrays.sort(order);
    for (long next : order) {
      TraceEntry entry = turn.get((int) (next & MAX_PLACE));
      listener.happened(entry.pod(), entry.event());
    }
  }
}
