package dev.sonde.runtime.testing;

import dev.sonde.checks.CpuDelayCheck;
import dev.sonde.checks.CpuLoadCheck;
import dev.sonde.checks.DiskSpaceCheck;
import dev.sonde.checks.FileDescriptorCheck;
import dev.sonde.checks.HeapCheck;
import dev.sonde.checks.RequiredConfigCheck;
import dev.sonde.checks.ThreadCountCheck;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a container runs out of. */
final class ResourceFaults {

  private static final int MEGABYTE = 1 << 20;

  private ResourceFaults() {}

  static Fault config() throws Exception {
    Path secret = Files.createTempFile("sonde", ".secret");
    secret.toFile().deleteOnExit();
    return Fault.of(
        new RequiredConfigCheck().variables("PATH").files(secret), () -> Files.delete(secret));
  }

  /** Writes more than is to spare, to the file system that has least to do with anything else. */
  static Fault diskSpace() throws Exception {
    Path shared = Path.of("/dev/shm");
    boolean usable = Files.isWritable(shared);
    Path file =
        usable
            ? Files.createTempFile(shared, "sonde", ".fill")
            : Files.createTempFile("sonde", ".fill");
    file.toFile().deleteOnExit();
    long spare = 32L * MEGABYTE;
    long least = Files.getFileStore(file).getUsableSpace() - spare;
    return Fault.of(
        new DiskSpaceCheck(file, least),
        () -> {
          for (int i = 0; i < 64; i++) {
            Files.write(file, new byte[MEGABYTE], StandardOpenOption.APPEND);
          }
        },
        () -> Files.write(file, new byte[0]));
  }

  static Fault fileDescriptors() {
    List<InputStream> open = new ArrayList<>();
    return Fault.of(
        new FileDescriptorCheck(0.8),
        () -> {
          for (int i = 0; i < 230; i++) {
            open.add(Files.newInputStream(Path.of("/dev/null")));
          }
        },
        () -> {
          for (InputStream stream : open) {
            stream.close();
          }
        });
  }

  static Fault threads() {
    return Fault.of(
        new ThreadCountCheck(100),
        () -> {
          for (int i = 0; i < 100; i++) {
            WorkFaults.daemon(() -> WorkFaults.waitForEver(new Object()));
          }
        });
  }

  /** Fills the heap with what cannot be collected, and goes on working as applications do. */
  static Fault heap() {
    List<byte[]> leak = new ArrayList<>();
    return Fault.of(
        new HeapCheck(0.7),
        () -> {
          while (used() < 0.85 * Runtime.getRuntime().maxMemory()) {
            leak.add(new byte[MEGABYTE / 4]);
          }
          WorkFaults.daemon(
              () -> {
                while (!leak.isEmpty()) {
                  leak.set(0, new byte[MEGABYTE / 4]);
                }
              });
        });
  }

  /** The test stops the whole process for a while: that is what having no processor is. */
  static Fault cpuDelay() {
    return Fault.of(new CpuDelayCheck(Duration.ofMillis(700), Duration.ofMinutes(10)), () -> {});
  }

  static Fault cpuLoad() {
    return Fault.of(
        new CpuLoadCheck(0.2),
        () -> {
          for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            WorkFaults.daemon(
                () -> {
                  while (true) {
                    Thread.onSpinWait();
                  }
                });
          }
        });
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
