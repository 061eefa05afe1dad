package dev.sonde.kubelet.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes when pods begin and cease to receive and to answer requests, and adds it up in the end. */
final class TrafficMeter {

  private enum State {
    OUT,
    GOOD,
    BAD
  }

  private record Change(long at, State from, State to) {}

  private final long from;
  private final Map<SimulatedPod, State> states = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();

  /**
   * Begins with no pod.
   *
   * @param from what comes before this moment does not count
   */
  TrafficMeter(long from) {
    this.from = from;
  }

  void changed(SimulatedPod pod, long now) {
    State state = pod.receivesTraffic() ? (pod.serves() ? State.GOOD : State.BAD) : State.OUT;
    State before = states.getOrDefault(pod, State.OUT);
    if (state != before) {
      states.put(pod, state);
      changes.add(new Change(now, before, state));
    }
  }

  ServiceTraffic sum(long end) {
    changes.sort(Comparator.comparingLong(Change::at));
    Sum sum = new Sum(from);
    for (Change change : changes) {
      sum.until(change.at);
      sum.count(change.from, -1);
      sum.count(change.to, 1);
    }
    sum.until(end);
    return sum.traffic();
  }

  private static final class Sum {
    private final long from;
    private int good;
    private int bad;
    private boolean begun;
    private long last;
    private long watched;
    private long outage;
    private double lost;
    private int fewest = Integer.MAX_VALUE;

    Sum(long from) {
      this.from = from;
    }

    void count(State state, int by) {
      if (state == State.GOOD) {
        good += by;
      } else if (state == State.BAD) {
        bad += by;
      }
    }

    void until(long moment) {
      long since = Math.max(last, from);
      long time = moment - since;
      last = moment;
      int all = good + bad;
      begun |= all > 0;
      if (!begun || time <= 0) {
        return;
      }
      watched += time;
      fewest = Math.min(fewest, all);
      if (all == 0) {
        outage += time;
        lost += time;
      } else {
        lost += (double) time * bad / all;
      }
    }

    ServiceTraffic traffic() {
      return new ServiceTraffic(
          Duration.ofNanos(watched),
          Duration.ofNanos(outage),
          Duration.ofNanos(Math.round(lost)),
          fewest == Integer.MAX_VALUE ? 0 : fewest);
    }
  }
}
