package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes all file descriptors that a process does not use yet: its limit is lowered to the first one
 * that is free. Those that are open stay open.
 */
final class DescriptorLimit {

  private static final String IMPOSSIBLE =
      "This system cannot lower the limit of a process that runs: Linux can, with prlimit of"
          + " util-linux. ";

  private DescriptorLimit() {}

  /**
   * Takes them.
   *
   * @throws UnsupportedOperationException where the system cannot do that
   */
  static Fault use(ProcessHandle process) {
    String pid = String.valueOf(process.pid());
    try {
      String[] before =
          SystemCommand.run(
                  "prlimit", "--pid", pid, "--nofile", "--raw", "--noheadings", "-o", "SOFT,HARD")
              .split("\\s+", -1);
      set(pid, firstFree(pid) + ":" + before[1]);
      return () -> restore(pid, before[0] + ":" + before[1]);
    } catch (IOException impossible) {
      throw new UnsupportedOperationException(IMPOSSIBLE + impossible.getMessage(), impossible);
    }
  }

  private static int firstFree(String pid) throws IOException {
    Set<String> open = new HashSet<>();
    try (DirectoryStream<Path> descriptors =
        Files.newDirectoryStream(Path.of("/proc", pid, "fd"))) {
      descriptors.forEach(descriptor -> open.add(String.valueOf(descriptor.getFileName())));
    }
    int free = 0;
    while (open.contains(String.valueOf(free))) {
      free++;
    }
    return free;
  }

  private static void set(String pid, String limits) throws IOException {
    String unused = SystemCommand.run("prlimit", "--pid", pid, "--nofile=" + limits);
  }

  private static void restore(String pid, String limits) {
    try {
      set(pid, limits);
    } catch (IOException gone) {
      // The process has ended.
    }
  }
}
