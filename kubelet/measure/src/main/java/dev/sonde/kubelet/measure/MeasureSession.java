package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.manifests.measured.SubjectHash;
import dev.sonde.measured.LimitMethod;
import dev.sonde.measured.MeasuredSeries;
import dev.sonde.measured.MeasuredSubject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts an application so many times, one after the other, and sums up. One at a time on a
 * machine: two would measure each other.
 */
public final class MeasureSession {

  private static final int PATIENCE = 2;

  private final MeasuredTarget target;
  private final MeasureOptions options;
  private final Path file;
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
   * @param progress takes a line for each thing that happens
   * @throws MeasureException if the container has no probes
   */
  public MeasureSession(
      ProbedContainer found, MeasureOptions options, Path file, Consumer<String> progress) {
    this.target = MeasuredTarget.of(found, options.address());
    this.options = options;
    this.file = file;
    this.progress = progress;
  }

  /** Ends the run that is under way, without counting it, and begins no other. */
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
   * @throws MeasureException if it cannot be measured; the message says why
   * @throws IOException if what is measured cannot be read
   */
  public Optional<MeasuredSeries> run() throws IOException {
    Optional<MeasuredSubject> subject = subject();
    FileChannel lock = lock();
    try {
      if (options.pid().isPresent()) {
        look(options.pid().get());
      } else {
        startAgainAndAgain();
      }
    } finally {
      lock.close();
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

  private static FileChannel lock() throws IOException {
    String user = System.getProperty("user.name", "").replaceAll("\\W", "_");
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "sonde-measure-" + user + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // As if another process had it.
    }
    channel.close();
    throw new MeasureException(
        "another measurement runs on this machine: the two would measure each other. Wait until it"
            + " has ended.");
  }
}
