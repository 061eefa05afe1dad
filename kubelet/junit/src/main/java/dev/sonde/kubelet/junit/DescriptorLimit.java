package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes all file descriptors that a process does not use: its limit is lowered to the first one
 * that is free, again and again, since the process may close some. Those that are open stay open.
 */
final class DescriptorLimit implements Fault {

  private static final String IMPOSSIBLE =
      "This system cannot lower the limit of a process that runs: Linux can, with prlimit of"
          + " util-linux. ";

  private static final long LOOK_EVERY_MILLIS = 50;

  private final String pid;
  private final String soft;
  private final String hard;
  private int limit = Integer.MAX_VALUE;
  private boolean closed;

  private DescriptorLimit(ProcessHandle process) throws IOException {
    pid = String.valueOf(process.pid());
    String[] before =
        SystemCommand.run(
                "prlimit", "--pid", pid, "--nofile", "--raw", "--noheadings", "-o", "SOFT,HARD")
            .split("\\s+", -1);
    soft = before[0];
    hard = before[1];
  }

  /**
   * Takes them.
   *
   * @throws UnsupportedOperationException where the system cannot do that
   */
  static Fault use(ProcessHandle process) {
    try {
      DescriptorLimit descriptors = new DescriptorLimit(process);
      descriptors.lower();
      Thread thread = new Thread(descriptors::keepLowering, "sonde-descriptors");
      thread.setDaemon(true);
      thread.start();
      return descriptors;
    } catch (IOException impossible) {
      throw new UnsupportedOperationException(IMPOSSIBLE + impossible.getMessage(), impossible);
    }
  }

  private void keepLowering() {
    try {
      while (lower()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (IOException ended) {
      // So did the process.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says no once this is closed. */
  private synchronized boolean lower() throws IOException {
    if (!closed) {
      int free = firstFree();
      if (free < limit) {
        set(String.valueOf(free));
        limit = free;
      }
    }
    return !closed;
  }

  private int firstFree() throws IOException {
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

  private void set(String softLimit) throws IOException {
    String unused =
        SystemCommand.run("prlimit", "--pid", pid, "--nofile=" + softLimit + ":" + hard);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      set(soft);
    } catch (IOException gone) {
      // The process has ended.
    }
  }
}
