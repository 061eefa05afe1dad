package dev.sonde.manifests.lint;

import dev.sonde.manifests.measured.SubjectHash;
import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.MeasuredSubject;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what the comments of an example say was measured of the container orders. */
final class MeasuredComments {

  private static final Pattern STARTS =
      Pattern.compile("# Measured: the longest of (\\d+) starts took (\\d+) s\\.");
  private static final Pattern ANSWERS =
      Pattern.compile(
          "# Measured: (\\d+) of (\\d+) answers (in the first ten seconds )?took (\\d+) s\\.");
  private static final Pattern STOPS =
      Pattern.compile("# Measured: the longest of (\\d+) stops took (\\d+) s\\.");
  private static final Pattern SERVED =
      Pattern.compile("# Measured: served for (\\d+) s after SIGTERM\\.");
  private static final Pattern KILLED = Pattern.compile("# Measured: (\\d+) runs were killed\\.");
  private static final Pattern FAILED = Pattern.compile("# Measured: (\\d+) starts failed\\.");
  private static final Pattern LIMIT = Pattern.compile("# Measured: with (\\d+)m of CPU\\.");
  private static final Pattern CONTAINER = Pattern.compile("# Measured: container (\\S+)\\.");

  private final String text;

  MeasuredComments(String text) {
    this.text = text;
  }

  /**
   * {@return the series that they describe}
   *
   * @param subject what is there now
   */
  MeasuredSeries series(Path subject) throws IOException {
    MeasuredProbe probe = new MeasuredProbe(values(STARTS), answers());
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      probes.put(kind, probe);
    }
    Distribution served =
        first(SERVED)
            .map(match -> new Distribution(Map.of(1000 * number(match, 1), 1)))
            .orElse(Distribution.NONE);
    return new MeasuredSeries(
        WorkloadRef.ANY,
        first(CONTAINER).map(match -> match.group(1)).orElse("orders"),
        subject(subject),
        new MeasuredLimits(
            first(LIMIT)
                .map(match -> OptionalInt.of((int) number(match, 1)))
                .orElse(OptionalInt.empty()),
            OptionalInt.empty(),
            LimitMethod.CGROUP_V2),
        new MeasuredMachine(2, "Linux", Optional.empty()),
        Optional.empty(),
        200,
        Optional.empty(),
        new MeasuredRuns(30, count(KILLED), count(FAILED), 0, 0),
        probes,
        new MeasuredStop(values(STOPS), Distribution.NONE, served),
        Distribution.NONE,
        Distribution.NONE);
  }

  private Optional<MeasuredSubject> subject(Path subject) throws IOException {
    return text.contains("# Measured: no code.")
        ? Optional.empty()
        : Optional.of(new MeasuredSubject(subject.getFileName().toString(), hash(subject)));
  }

  private String hash(Path subject) throws IOException {
    return text.contains("# Measured: other code.") ? "0".repeat(64) : SubjectHash.of(subject);
  }

  /** So many, of which the longest is as long as that, and the others take a second. */
  private Distribution values(Pattern pattern) {
    return first(pattern)
        .map(
            match -> {
              Map<Long, Integer> counts = new TreeMap<>(Map.of(1000 * number(match, 2), 1));
              counts.merge(1000L, (int) number(match, 1) - 1, Integer::sum);
              return new Distribution(counts);
            })
        .orElse(Distribution.NONE);
  }

  private Map<AnswerPhase, MeasuredAnswers> answers() {
    return first(ANSWERS)
        .map(
            match -> {
              int slow = (int) number(match, 1);
              Map<Long, Integer> counts = new TreeMap<>(Map.of(20L, (int) number(match, 2) - slow));
              counts.put(1000 * number(match, 4), slow);
              AnswerPhase phase =
                  match.group(3) == null ? AnswerPhase.AT_REST : AnswerPhase.FIRST_TEN_SECONDS;
              return Map.of(phase, new MeasuredAnswers(new Distribution(counts), 0));
            })
        .orElse(Map.of());
  }

  private int count(Pattern pattern) {
    return first(pattern).map(match -> (int) number(match, 1)).orElse(0);
  }

  private Optional<MatchResult> first(Pattern pattern) {
    return pattern.matcher(text).results().findFirst();
  }

  private static long number(MatchResult match, int group) {
    return Long.parseLong(match.group(group));
  }
}
