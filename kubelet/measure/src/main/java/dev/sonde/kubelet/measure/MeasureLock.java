package dev.sonde.kubelet.measure;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One measurement at a time on a machine: two would measure each other. A second one waits, as two
 * builds on one machine must not fail for that. The system ends a lock with its process.
 */
final class MeasureLock implements Closeable {

  private static final long LOOK_EVERY_MILLIS = 100;

  private final FileChannel channel;

  private MeasureLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The folder for temporary files, which all measurements of this user have in common. */
  static Path shared() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * {@return the lock, once no other measurement has it; none after Ctrl-C}
   *
   * @param folder all who measure with the same folder wait for each other
   * @param longest how long to wait
   * @param interrupted whether to wait no longer
   * @param progress takes a line before the wait
   * @throws MeasureException if another measurement has it for all that time
   * @throws IOException if the lock's file cannot be written
   */
  static Optional<MeasureLock> take(
      Path folder, Duration longest, BooleanSupplier interrupted, Consumer<String> progress)
      throws IOException {
    String user = System.getProperty("user.name", "").replaceAll("\\W", "_");
    FileChannel channel =
        FileChannel.open(
            folder.resolve("sonde-measure-" + user + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = isFree(channel) || waitFor(channel, longest, interrupted, progress);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(new MeasureLock(channel)) : Optional.empty();
  }

  private static boolean waitFor(
      FileChannel channel, Duration longest, BooleanSupplier interrupted, Consumer<String> progress)
      throws IOException {
    progress.accept(
        "Another measurement is running on this machine. Waiting for it to end, at most %d s."
            .formatted(longest.toSeconds()));
    long end = System.nanoTime() + longest.toNanos();
    while (!interrupted.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new MeasureException(
            "another measurement was still running on this machine after %d s: the two would measure each other. Try again later."
                .formatted(longest.toSeconds()));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
        return false;
      }
      if (isFree(channel)) {
        return true;
      }
    }
    return false;
  }

  /** Takes it, too. */
  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
