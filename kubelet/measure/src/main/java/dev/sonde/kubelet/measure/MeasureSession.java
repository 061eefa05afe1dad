package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.measured.SubjectHash;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredSubject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts an application so many times, one after the other, and sums up. */
public final class MeasureSession {

  private static final int PATIENCE = 2;

  private final MeasuredTarget target;
  private final MeasureOptions options;
  private final Path file;
  private final Path locks;
  private final Consumer<String> progress;
  private final List<RunRecord> runs = new ArrayList<>();
  private LimitMethod method = LimitMethod.NONE;
  private volatile boolean interrupted;

  /**
   * Prepares it.
   *
   * @param found the container whose probes are asked
   * @param options how to measure
   * @param file where the measurement will lie; paths are written as seen from its folder
   * @param locks the folder in which measurements see each other, see {@link MeasureLock}
   * @param progress takes a line for each thing that happens
   * @throws MeasureException if the container has no probes
   */
  MeasureSession(
      ProbedContainer found,
      MeasureOptions options,
      Path file,
      Path locks,
      Consumer<String> progress) {
    this.target = MeasuredTarget.of(found, options.address());
    this.options = options;
    this.file = file;
    this.locks = locks;
    this.progress = progress;
  }

  /** Ends the wait, or the run that is under way, without counting it, and begins no other. */
  public void interrupt() {
    interrupted = true;
  }

  /** {@return whether some run was no complete one, or not all were made} */
  public boolean isFlawed() {
    return runs.isEmpty() || runs.stream().anyMatch(run -> run.end() != RunEnd.COMPLETE);
  }

  /**
   * {@return what was measured; nothing if no start succeeded}
   *
   * <p>While another measurement runs on the machine, it waits, as long as it may itself last.
   *
   * @throws MeasureException if it cannot be measured; the message says why
   * @throws IOException if what is measured cannot be read
   */
  public Optional<MeasuredSeries> run() throws IOException {
    Optional<MeasuredSubject> subject = subject();
    Optional<MeasureLock> lock =
        MeasureLock.take(locks, options.longest(), () -> interrupted, progress);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    MeasureLock held = lock.get();
    try (held) {
      target.rehearse();
      if (options.pid().isPresent()) {
        look(options.pid().get());
      } else {
        startAgainAndAgain();
      }
    }
    return new SeriesSum(target, options, method, subject, ApplicationJvm.version(options), runs)
        .series();
  }

  private Optional<MeasuredSubject> subject() throws IOException {
    if (options.subject().isEmpty()) {
      return Optional.empty();
    }
    Path path = options.subject().get();
    return Optional.of(new MeasuredSubject(SubjectHash.seenFrom(file, path), SubjectHash.of(path)));
  }

  private void look(long pid) {
    ProcessHandle process =
        ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .orElseThrow(() -> new MeasureException("there is no process " + pid + "."));
    method = LimitMethod.ATTACHED;
    tell(1, new AttachedLook(target, options, () -> interrupted).look(process));
  }

  private void startAgainAndAgain() {
    long end = System.nanoTime() + options.longest().toNanos();
    for (int number = 1; number <= options.runs() && !interrupted; number++) {
      if (System.nanoTime() > end) {
        progress.accept(
            "The time is up after %d of %d runs.".formatted(number - 1, options.runs()));
        return;
      }
      target.demandFreePorts();
      CpuLimit limit = CpuLimits.choose(options);
      method = limit.method();
      if (number == 1) {
        progress.accept(limitWords(limit.method()));
      }
      RunRecord run = new ApplicationRun(target, options, () -> interrupted).run(limit);
      tell(number, run);
      if (number >= PATIENCE && runs.stream().noneMatch(RunRecord::started)) {
        progress.accept(number + " starts of " + number + " failed; there will be no other.");
        return;
      }
    }
  }

  private String limitWords(LimitMethod how) {
    String cpu =
        options.cpuMillis().isPresent()
            ? options.cpuMillis().getAsInt() + "m of CPU"
            : "no limit of CPU";
    String memory =
        options.memoryMebibytes().isPresent()
            ? options.memoryMebibytes().getAsInt() + "Mi of memory"
            : "no limit of memory";
    return "Limits: %s, %s, by %s: %s.".formatted(cpu, memory, how.word(), how.worth());
  }

  private void tell(int number, RunRecord run) {
    runs.add(run);
    if (run.end() != RunEnd.INTERRUPTED) {
      progress.accept(RunWords.of(number, options.pid().isPresent() ? 1 : options.runs(), run));
    }
  }
}
