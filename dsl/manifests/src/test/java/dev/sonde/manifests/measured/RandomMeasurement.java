package dev.sonde.manifests.measured;

import dev.sonde.measured.AnswerPhase;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredAnswers;
import dev.sonde.measured.MeasuredLimits;
import dev.sonde.measured.MeasuredLoad;
import dev.sonde.measured.MeasuredMachine;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredRuns;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.measured.MeasuredSubject;
import dev.sonde.measured.Measurement;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.WorkloadRef;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Measurements of all sorts, the same for the same seed. */
final class RandomMeasurement {

  private static final List<String> TEXTS =
      List.of("orders", "a b", "ünï", "null", "17.0.15", "x: y", "# no", "- l", "\"q\"", "../a/b");

  private final Random random;

  RandomMeasurement(Random random) {
    this.random = random;
  }

  Measurement next() {
    Measurement measurement = Measurement.NONE;
    for (int i = random.nextInt(4); i > 0; i--) {
      measurement = measurement.with(series());
    }
    return measurement;
  }

  MeasuredSeries series() {
    WorkloadRef workload = new WorkloadRef(maybe(this::text), maybe(this::text), maybe(this::text));
    return new MeasuredSeries(
        workload,
        text(),
        maybe(() -> new MeasuredSubject(text(), "0123456789abcdef".repeat(4))),
        new MeasuredLimits(amount(), amount(), any(List.of(LimitMethod.values()))),
        new MeasuredMachine(1 + random.nextInt(64), text(), maybe(this::text)),
        maybe(() -> LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28))),
        1 + random.nextInt(5000),
        maybe(() -> new MeasuredLoad(text(), 1 + random.nextInt(99))),
        new MeasuredRuns(random.nextInt(9) + 3, few(), few(), few(), few()),
        probes(),
        new MeasuredStop(distribution(), distribution(), distribution()),
        distribution(),
        distribution());
  }

  private Map<ProbeKind, MeasuredProbe> probes() {
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    for (ProbeKind kind : ProbeKind.values()) {
      Map<AnswerPhase, MeasuredAnswers> answers = new EnumMap<>(AnswerPhase.class);
      for (AnswerPhase phase : AnswerPhase.values()) {
        maybe(() -> new MeasuredAnswers(distribution(), few()))
            .ifPresent(some -> answers.put(phase, some));
      }
      maybe(() -> new MeasuredProbe(distribution(), answers))
          .ifPresent(some -> probes.put(kind, some));
    }
    return probes;
  }

  private Distribution distribution() {
    return Distribution.of(
        LongStream.generate(() -> random.nextInt(random.nextInt(16) == 0 ? 1_000_000_000 : 50))
            .limit(random.nextInt(20)));
  }

  private OptionalInt amount() {
    return random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(4000)) : OptionalInt.empty();
  }

  private int few() {
    return random.nextInt(3);
  }

  private String text() {
    return any(TEXTS);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> Optional<T> maybe(Supplier<T> maker) {
    return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
  }
}
