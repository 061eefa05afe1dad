package dev.sonde.kubelet.internal.output;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.ServiceTraffic;
import dev.sonde.kubelet.sim.Simulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** What one scenario comes to over many seeds, from the best to the worst. */
public final class SeedRange {

  /** How many restarts are listed one by one. */
  private static final int MOST_RESTARTS = 10;

  private final int seeds;
  private final LongSummaryStatistics ready = new LongSummaryStatistics();
  private final LongSummaryStatistics restarts = new LongSummaryStatistics();
  private final LongSummaryStatistics kills = new LongSummaryStatistics();
  private final LongSummaryStatistics lost = new LongSummaryStatistics();
  private final List<LongSummaryStatistics> runs = new ArrayList<>();

  private SeedRange(int seeds) {
    this.seeds = seeds;
  }

  /**
   * {@return the range over so many seeds, from the scenario's own on}
   *
   * @param scenario what to play; {@link Simulation#check} finds no error in it
   * @param seeds how many, at least 1
   */
  public static SeedRange of(Scenario scenario, int seeds) {
    SeedRange range = new SeedRange(seeds);
    for (int i = 0; i < seeds; i++) {
      range.add(scenario.withSeed(scenario.seed() + i));
    }
    return range;
  }

  private void add(Scenario scenario) {
    SummaryCount count = new SummaryCount();
    List<Long> moments = new ArrayList<>();
    ServiceTraffic traffic =
        Simulation.run(
            scenario,
            SeedRange::counts,
            (pod, event) -> {
              count.happened(pod, event);
              if (event instanceof ContainerEvent.ContainerRunning running
                  && running.instance() > 1) {
                moments.add(event.at());
              }
            });
    SimulationSummary summary = count.summary(traffic);
    if (summary.firstReady() >= 0) {
      ready.accept(summary.firstReady());
    }
    restarts.accept(summary.restarts());
    kills.accept(summary.probeKills());
    lost.accept(NanoTime.of(traffic.lost()));
    for (int i = 0; i < Math.min(moments.size(), MOST_RESTARTS); i++) {
      if (i == runs.size()) {
        runs.add(new LongSummaryStatistics());
      }
      runs.get(i).accept(moments.get(i));
    }
  }

  private static boolean counts(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning
        || event instanceof ContainerEvent.KillDecided
        || event instanceof PodEvent.PodReadyChanged;
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seeds", seeds);
    fields.put("readySeeds", ready.getCount());
    if (ready.getCount() > 0) {
      fields.put("firstReadyBest", NanoTime.exactSeconds(ready.getMin()));
      fields.put("firstReadyWorst", NanoTime.exactSeconds(ready.getMax()));
    }
    fields.put("probeKillsLeast", kills.getMin());
    fields.put("probeKillsMost", kills.getMax());
    fields.put("restartsLeast", restarts.getMin());
    fields.put("restartsMost", restarts.getMax());
    fields.put("lostSecondsBest", NanoTime.exactSeconds(lost.getMin()));
    fields.put("lostSecondsWorst", NanoTime.exactSeconds(lost.getMax()));
    for (int i = 0; i < runs.size(); i++) {
      fields.put("restart" + (i + 1) + "Best", seconds(runs.get(i).getMin()));
      fields.put("restart" + (i + 1) + "Worst", seconds(runs.get(i).getMax()));
    }
    return fields;
  }

  private static BigDecimal seconds(long nanos) {
    return NanoTime.exactSeconds(nanos);
  }

  String text() {
    StringBuilder text = new StringBuilder("\nOver " + seeds + " seeds, best to worst\n");
    row(text, "ready", ready.getCount() == 0 ? "never" : "at " + times(ready));
    row(text, "restarts", numbers(restarts) + "; killed because of a probe: " + numbers(kills));
    for (int i = 0; i < runs.size(); i++) {
      row(text, "restart " + (i + 1), "at " + times(runs.get(i)));
    }
    row(text, "traffic", "lost " + span(lost) + " worth of requests");
    return text.toString();
  }

  private static void row(StringBuilder text, String what, String value) {
    text.append("  %-10s %s%n".formatted(what, value).replace("\r", ""));
  }

  /** Names the seeds for which it never happens, too. */
  private String times(LongSummaryStatistics moments) {
    long without = seeds - moments.getCount();
    return "t=" + span(moments) + (without == 0 ? "" : ", for " + without + " seeds never");
  }

  private static String span(LongSummaryStatistics times) {
    return NanoTime.text(times.getMin()) + " to " + NanoTime.text(times.getMax());
  }

  private static String numbers(LongSummaryStatistics numbers) {
    return numbers.getMin() == numbers.getMax()
        ? "" + numbers.getMin()
        : numbers.getMin() + " to " + numbers.getMax();
  }
}
