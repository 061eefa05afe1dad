package dev.sonde.kubelet.internal.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CPU time of processes in nanoseconds, as the kernel accounts it thread by thread. The time of
 * threads that have ended is kept as it was last seen. Not safe for use by several threads.
 */
final class ThreadTimes {

  private final Map<String, Long> seen = new HashMap<>();

  /** Tells whether this system shows them. */
  static boolean areSeen() {
    return new File("/proc/self/task").isDirectory() && new File("/proc/self/schedstat").canRead();
  }

  long of(List<ProcessHandle> processes) {
    for (ProcessHandle process : processes) {
      String folder = "/proc/" + process.pid() + "/task";
      String[] threads = Optional.ofNullable(new File(folder).list()).orElse(new String[0]);
      for (String thread : threads) {
        long time = read(folder + "/" + thread + "/schedstat");
        if (time >= 0) {
          seen.put(thread, time);
        }
      }
    }
    return seen.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long read(String file) {
    try (FileInputStream in = new FileInputStream(file)) {
      String text = new String(in.readNBytes(64), US_ASCII);
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException gone) {
      return -1;
    }
  }
}
