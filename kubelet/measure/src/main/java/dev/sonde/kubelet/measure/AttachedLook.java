package dev.sonde.kubelet.measure;

import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One look at a process that runs already: its answers at rest and under load. */
final class AttachedLook {

  private final MeasuredTarget target;
  private final MeasureOptions options;
  private final BooleanSupplier interrupted;

  AttachedLook(MeasuredTarget target, MeasureOptions options, BooleanSupplier interrupted) {
    this.target = target;
    this.options = options;
    this.interrupted = interrupted;
  }

  RunRecord look(ProcessHandle process) {
    long start = System.nanoTime();
    long loadFrom = Long.MAX_VALUE;
    long answered = 1;
    try (OpenLoop asked =
        OpenLoop.start(target.container(), target.handlers(), options.askEvery(), start)) {
      pause(process, options.phase(), () -> false);
      if (options.load().isPresent()) {
        loadFrom = System.nanoTime() - start;
        try (LoadClients clients =
            LoadClients.start(options.load().get(), options.clients(), target.handlers())) {
          pause(process, options.phase(), () -> false);
          answered = clients.answered();
        }
      }
      asked.stopAsking();
      pause(process, OpenLoop.LONGEST_ANSWER.plusSeconds(1), asked::isQuiet);
      return record(process, asked, loadFrom, answered);
    }
  }

  private RunRecord record(ProcessHandle process, OpenLoop asked, long loadFrom, long answered) {
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    asked.records().forEach((kind, answers) -> probes.put(kind, answers.measured(false, loadFrom)));
    Optional<AnswerRecord> silent =
        asked.records().values().stream()
            .filter(answers -> answers.firstSuccess().isEmpty())
            .findFirst();
    RunEnd end = RunEnd.COMPLETE;
    String words = answered == 0 ? RunWords.NO_LOAD : "";
    if (interrupted.getAsBoolean()) {
      end = RunEnd.INTERRUPTED;
    } else if (!process.isAlive()) {
      end = RunEnd.EXITED;
      words = "the process ended during the measurement.";
    } else if (silent.isPresent()) {
      end = RunEnd.UNSUCCESSFUL;
      words = "a probe did not succeed (" + silent.get().lastFailure() + ").";
    }
    return new RunRecord(
        end,
        words,
        probes,
        MeasuredStop.NONE,
        OptionalLong.empty(),
        ProcessFacts.peakMemory(process),
        false);
  }

  private void pause(ProcessHandle process, Duration time, BooleanSupplier over) {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (!over.getAsBoolean()
          && System.nanoTime() < end
          && process.isAlive()
          && !interrupted.getAsBoolean()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
