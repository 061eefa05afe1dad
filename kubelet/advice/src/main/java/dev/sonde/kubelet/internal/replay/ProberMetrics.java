package dev.sonde.kubelet.internal.replay;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.InputRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a kubelet counted of its probes, in the text form of Prometheus. */
final class ProberMetrics {

  /** All that concerns probes begins so. */
  static final String PREFIX = "prober_probe_";

  private static final String TOTAL = PREFIX + "total";
  private static final String BUCKET = PREFIX + "duration_seconds_bucket";
  private static final Pattern LINE =
      Pattern.compile("(\\w+)\\{(.*)}\\s+(\\S+)(?:\\s+-?\\d+)?\\s*");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final String file;
  private final Map<ProbeCounter.Of, ProbeCounter> counters = new TreeMap<>();

  private ProberMetrics(String file) {
    this.file = file;
  }

  /**
   * {@return what was counted, probe by probe}
   *
   * @param file what to call the text in messages
   * @param text the kubelet's metrics, of which only those of the prober count
   * @throws UnreadableDocumentException if one of these cannot be read
   */
  static List<ProbeCounter> read(String file, String text) {
    ProberMetrics metrics = new ProberMetrics(file);
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].startsWith(PREFIX)) {
        metrics.read(lines[i], i + 1);
      }
    }
    return new ArrayList<>(metrics.counters.values());
  }

  private void read(String line, int number) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw mistaken(number, "it is no line of metrics, or is cut off");
    }
    Map<String, String> labels = labels(parts.group(2));
    Optional<ProbeKind> kind = kind(labels.getOrDefault("probe_type", ""));
    if (kind.isEmpty()) {
      throw mistaken(number, "probe_type is none of Startup, Liveness and Readiness");
    }
    ProbeCounter.Of key =
        new ProbeCounter.Of(
            new PodKey(
                labels.getOrDefault("namespace", "default"),
                labels.getOrDefault("pod", "unnamed"),
                labels.getOrDefault("pod_uid", "")),
            labels.getOrDefault("container", ""),
            kind.get());
    long count = count(parts.group(3), number);
    switch (parts.group(1)) {
      case TOTAL -> add(key, old -> old.with(labels.getOrDefault("result", ""), count));
      case BUCKET -> add(key, old -> old.withBucket(bound(labels, number), count));
      default -> {
        // The sum and the number of all durations say no more than the buckets do.
      }
    }
  }

  private void add(ProbeCounter.Of key, UnaryOperator<ProbeCounter> change) {
    ProbeCounter.Of found =
        counters.keySet().stream().filter(other -> other.fits(key)).findFirst().orElse(key);
    ProbeCounter old = counters.getOrDefault(found, ProbeCounter.none(found));
    counters.remove(found);
    ProbeCounter.Of better = found.pod().uid().isEmpty() ? key : found;
    counters.put(better, change.apply(old).as(better));
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }

  private static Optional<ProbeKind> kind(String type) {
    return Arrays.stream(ProbeKind.values())
        .filter(kind -> kind.word().equals(type.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private double bound(Map<String, String> labels, int number) {
    String bound = labels.getOrDefault("le", "");
    try {
      return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    } catch (NumberFormatException wrong) {
      throw mistaken(number, "le is no number");
    }
  }

  private long count(String value, int number) {
    try {
      return new BigDecimal(value).longValueExact();
    } catch (ArithmeticException | NumberFormatException wrong) {
      // Sums of seconds have decimals, and nobody asks for them.
      return value.matches("[0-9.eE+-]+") ? 0 : refuse(value, number);
    }
  }

  private long refuse(String value, int number) {
    throw mistaken(number, "its value is " + value + ", which is no number");
  }

  private UnreadableDocumentException mistaken(int line, String what) {
    return UnreadableDocumentException.of(
        file,
        InputRules.RECORDING.finding(
            FieldPath.ROOT,
            "line " + line + " cannot be read: " + what + ".",
            "Hand in the kubelet's metrics unchanged: kubectl get --raw"
                + " /api/v1/nodes/NODE/proxy/metrics/probes."));
  }
}
