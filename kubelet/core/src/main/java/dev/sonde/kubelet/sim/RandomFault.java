package dev.sonde.kubelet.sim;

import dev.sonde.kubelet.internal.time.NanoTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A fault that comes by chance, again and again, to each pod at its own moments.
 *
 * @param what what happens; its own times do not matter
 * @param meanGap the mean time between the end of one and the beginning of the next
 * @param shortest the shortest that one lasts
 * @param longest the longest that one lasts
 */
public record RandomFault(
    ApplicationFault what, Duration meanGap, Duration shortest, Duration longest) {

  /** More than this in one pod says nothing more. */
  private static final int MAX = 100_000;

  /** The faults of one pod up to the end of the scenario. */
  List<ApplicationFault> drawn(RandomGenerator random, Duration end) {
    List<ApplicationFault> faults = new ArrayList<>();
    double mean = NanoTime.of(meanGap);
    long spread = Math.max(NanoTime.of(longest) - NanoTime.of(shortest), 0);
    long moment = 0;
    while (faults.size() < MAX) {
      moment += (long) Math.min(-mean * Math.log(1 - random.nextDouble()), NanoTime.of(end) + 1.0);
      if (moment >= NanoTime.of(end)) {
        break;
      }
      long lasts = NanoTime.of(shortest) + (long) (random.nextDouble() * spread);
      Duration from = Duration.ofNanos(moment);
      ApplicationFault fault =
          new ApplicationFault(
              what.does(),
              from,
              java.util.Optional.of(from.plusNanos(lasts)),
              false,
              what.probes(),
              what.instance(),
              what.reason(),
              what.takes(),
              what.exitCode());
      faults.add(fault);
      moment += lasts + 1;
    }
    return faults;
  }
}
