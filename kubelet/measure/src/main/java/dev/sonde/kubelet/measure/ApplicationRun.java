package dev.sonde.kubelet.measure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sonde.kubelet.internal.process.ProcessFamily;
import dev.sonde.measured.Distribution;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredProbe;
import dev.sonde.measured.MeasuredStop;
import dev.sonde.model.ProbeKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/** One start of the application, what its probes see, and its stop. Used once. */
final class ApplicationRun {

  private static final Duration FIRST_TEN_SECONDS = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_MILLIS = 20;

  /** While nothing but the end of the process, or Ctrl-C, can happen. */
  private static final long LOOK_CALMLY_EVERY_MILLIS = 250;

  private static final long LOOK_FOR_CHILDREN_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final int TAIL = 5;
  private static final MeasuredStop NO_STOP = MeasuredStop.NONE;

  private final MeasuredTarget target;
  private final MeasureOptions options;
  private final BooleanSupplier interrupted;
  private long loadFrom = Long.MAX_VALUE;
  private OptionalLong cpuMillis = OptionalLong.empty();
  private boolean disturbed;
  private long lookedForChildren;
  private boolean knowsChildren;

  ApplicationRun(MeasuredTarget target, MeasureOptions options, BooleanSupplier interrupted) {
    this.target = target;
    this.options = options;
    this.interrupted = interrupted;
  }

  /** Starts it and sees it to its end; no process is left when this returns. */
  RunRecord run(CpuLimit limit) {
    // A control group has all that its processes start, and takes it away itself.
    knowsChildren =
        limit.method() == LimitMethod.CGROUP_V2 || limit.method() == LimitMethod.CGROUP_V1;
    Path output = temporary();
    Optional<MachineLoad> before = MachineLoad.now();
    long start = System.nanoTime();
    try (limit) {
      Process process = start(limit, output);
      ProcessFamily family = new ProcessFamily(process);
      try (OpenLoop asked =
          OpenLoop.start(target.container(), target.handlers(), options.askEvery(), start)) {
        limit.hold(process);
        return watch(process, family, asked, before, start, output);
      } finally {
        limit.close();
        family.killAndWait();
      }
    } finally {
      delete(output);
    }
  }

  private RunRecord watch(
      Process process,
      ProcessFamily family,
      OpenLoop asked,
      Optional<MachineLoad> before,
      long start,
      Path output) {
    waitFor(process, family, options.longestStart(), asked::allSucceeded);
    Duration used = ProcessFacts.cpuTime(process.toHandle());
    disturbed = before.isPresent() && isDisturbed(before.get(), used);
    if (interrupted.getAsBoolean()) {
      return record(RunEnd.INTERRUPTED, "", asked, NO_STOP, OptionalLong.empty());
    }
    if (!process.isAlive()) {
      return record(RunEnd.EXITED, exited(process, output), asked, NO_STOP, OptionalLong.empty());
    }
    if (!asked.allSucceeded()) {
      return record(
          RunEnd.UNSUCCESSFUL, unsuccessful(asked, output), asked, NO_STOP, OptionalLong.empty());
    }
    cpuMillis = OptionalLong.of(used.toMillis());
    pass(FIRST_TEN_SECONDS, process, family);
    pass(options.phase(), process, family);
    if (options.load().isEmpty()) {
      return stop(process, asked, Optional.empty());
    }
    loadFrom = System.nanoTime() - start;
    try (LoadClients clients =
        LoadClients.start(options.load().get(), options.clients(), target.handlers())) {
      pass(options.phase(), process, family);
      return stop(process, asked, Optional.of(clients));
    }
  }

  private RunRecord stop(Process process, OpenLoop asked, Optional<LoadClients> clients) {
    asked.stopAsking();
    await(OpenLoop.LONGEST_ANSWER.plusSeconds(1), () -> asked.isQuiet() || !process.isAlive());
    if (interrupted.getAsBoolean()) {
      return record(RunEnd.INTERRUPTED, "", asked, NO_STOP, OptionalLong.empty());
    }
    OptionalLong memory = ProcessFacts.peakMemory(process.toHandle());
    if (!process.isAlive()) {
      String words = "it ended by itself with %d after its start.".formatted(process.exitValue());
      return record(RunEnd.EXITED, words, asked, NO_STOP, memory);
    }
    long term = System.nanoTime();
    process.toHandle().destroy();
    boolean stopped = waitForExit(process);
    Distribution took = one(System.nanoTime() - term);
    if (!stopped) {
      String words =
          "it did not end within %d s after SIGTERM and was killed."
              .formatted(target.graceSeconds());
      return record(RunEnd.KILLED, words, asked, NO_STOP, memory);
    }
    MeasuredStop stop =
        clients
            .map(load -> new MeasuredStop(Distribution.NONE, took, one(load.servedAfter(term))))
            .orElse(new MeasuredStop(took, Distribution.NONE, Distribution.NONE));
    String words = clients.filter(load -> load.answered() == 0).isPresent() ? RunWords.NO_LOAD : "";
    return record(RunEnd.COMPLETE, words, asked, stop, memory);
  }

  private boolean waitForExit(Process process) {
    try {
      return process.waitFor(target.graceSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Distribution one(long nanos) {
    return Distribution.of(LongStream.of(AnswerRecord.millis(nanos)));
  }

  private RunRecord record(
      RunEnd end, String words, OpenLoop asked, MeasuredStop stop, OptionalLong memory) {
    Map<ProbeKind, MeasuredProbe> probes = new EnumMap<>(ProbeKind.class);
    asked.records().forEach((kind, answers) -> probes.put(kind, answers.measured(true, loadFrom)));
    return new RunRecord(end, words, probes, stop, cpuMillis, memory, disturbed);
  }

  private boolean isDisturbed(MachineLoad before, Duration used) {
    int machine = Runtime.getRuntime().availableProcessors();
    double cores =
        options.cpuMillis().isPresent()
            ? Math.min(machine, options.cpuMillis().getAsInt() / 1000.0)
            : machine;
    return MachineLoad.now()
        .filter(now -> now.isDisturbed(before, used, cores, machine))
        .isPresent();
  }

  private Process start(CpuLimit limit, Path output) {
    demandProgram(options.command().get(0));
    List<String> words = new ArrayList<>(limit.launcher());
    words.addAll(options.command());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(target.nothing().toFile()));
    builder
        .environment()
        .putAll(JvmHints.variables(options, limit.method(), builder.environment()));
    try {
      return builder.start();
    } catch (IOException cannotRun) {
      throw new MeasureException(
          "cannot start %s: %s".formatted(options.command().get(0), cannotRun.getMessage()),
          cannotRun);
    }
  }

  /** A name without a folder is looked for by whoever starts it. */
  private static void demandProgram(String program) {
    if (program.contains(File.separator) && !Files.isExecutable(Path.of(program))) {
      throw new MeasureException(
          "cannot start %s: there is no such program. Name one that can be run."
              .formatted(program));
    }
  }

  /** Waits until something is so, the process has ended, the time is up, or Ctrl-C. */
  private void waitFor(
      Process process, ProcessFamily family, Duration longest, BooleanSupplier so) {
    await(
        longest,
        () -> {
          lookForChildren(family);
          return so.getAsBoolean() || !process.isAlive();
        });
  }

  /** Lets time pass, unless the process ends. */
  private void pass(Duration time, Process process, ProcessFamily family) {
    await(
        time,
        LOOK_CALMLY_EVERY_MILLIS,
        () -> {
          lookForChildren(family);
          return !process.isAlive();
        });
  }

  private void await(Duration longest, BooleanSupplier over) {
    await(longest, LOOK_EVERY_MILLIS, over);
  }

  private void await(Duration longest, long everyMillis, BooleanSupplier over) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (!over.getAsBoolean() && !interrupted.getAsBoolean() && System.nanoTime() < end) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
        TimeUnit.MILLISECONDS.sleep(Math.min(everyMillis, Math.max(1, left)));
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** It reads what the system says of every process, which costs CPU time. */
  private void lookForChildren(ProcessFamily family) {
    long now = System.nanoTime();
    if (!knowsChildren && now - lookedForChildren > LOOK_FOR_CHILDREN_EVERY) {
      lookedForChildren = now;
      family.look();
    }
  }

  private static String exited(Process process, Path output) {
    String hint =
        process.exitValue() == 0
            ? " If it goes on in the background, start it in the foreground."
            : "";
    return "it ended with %d before its probes had succeeded.%s%s"
        .formatted(process.exitValue(), hint, tail(output));
  }

  private String unsuccessful(OpenLoop asked, Path output) {
    StringBuilder words = new StringBuilder("within " + options.longestStart().toSeconds() + " s");
    asked
        .records()
        .forEach(
            (kind, answers) -> {
              if (answers.firstSuccess().isEmpty()) {
                words
                    .append(" the ")
                    .append(kind.word())
                    .append(" probe did not succeed (")
                    .append(answers.lastFailure())
                    .append("),");
              }
            });
    words.setLength(words.length() - 1);
    return words + "." + tail(output);
  }

  private static String tail(Path output) {
    try {
      List<String> lines = Files.readAllLines(output, ISO_8859_1);
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
      return last.isEmpty() ? "" : " It printed last:\n  " + String.join("\n  ", last);
    } catch (IOException unseen) {
      return "";
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile("sonde-measure", ".log");
    } catch (IOException full) {
      throw new UncheckedIOException("no temporary file can be made: " + full.getMessage(), full);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException held) {
      // A temporary file; the system takes it away.
    }
  }
}
