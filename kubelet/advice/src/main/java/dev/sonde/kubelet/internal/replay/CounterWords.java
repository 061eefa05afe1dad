package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.Probe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What counts say, and what they cannot say: they have no times. */
final class CounterWords {

  private static final String FAILED = "failed";
  private static final double MOST = 0.99;

  private CounterWords() {}

  static List<String> of(ProbeCounter counter, Optional<Probe> probe) {
    List<String> words = new ArrayList<>();
    String name = counter.of().probe().word();
    if (!counter.results().isEmpty()) {
      words.add(
          "%s: %d tries succeeded, %d failed, %d were errors, since the kubelet was started."
              .formatted(
                  name,
                  counter.count("successful"),
                  counter.count(FAILED),
                  counter.count("unknown")));
    }
    probe.ifPresent(some -> addThreshold(words, counter, some));
    if (counter.timed() > 0) {
      words.add(
          "%s: of %d tries half took at most %s, 99 of 100 at most %s%s."
              .formatted(
                  name,
                  counter.timed(),
                  seconds(counter.boundOf(0.5)),
                  seconds(counter.boundOf(MOST)),
                  probe.map(CounterWords::cutOff).orElse("")));
    }
    return words;
  }

  private static void addThreshold(List<String> words, ProbeCounter counter, Probe probe) {
    long failed = counter.count(FAILED);
    int threshold = probe.timing().failureThreshold();
    if (failed > 0) {
      String act = counter.of().probe().restarts() ? "restarts" : "times without traffic";
      words.add(
          "%s: %d failures make at most %d %s with failureThreshold %d, at most %d with %d."
              .formatted(
                  counter.of().probe().word(),
                  failed,
                  failed / threshold,
                  act,
                  threshold,
                  failed / (threshold + 2),
                  threshold + 2));
    }
  }

  private static String cutOff(Probe probe) {
    int timeout = probe.timing().timeoutSeconds();
    return "; what would have taken longer than timeoutSeconds " + timeout + " was cut off there";
  }

  private static String seconds(double bound) {
    return Double.isInfinite(bound)
        ? "an unknown time above the largest bucket"
        : BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString() + " s";
  }
}
