package dev.sonde.kubelet.internal.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stops processes and lets them go on. Java sends no such signal, so a shell does, which is started
 * once: its {@code kill} is built in and takes well under a millisecond. What was stopped goes on
 * when this is closed. Safe for use by several threads.
 */
public final class ProcessSignals implements AutoCloseable {

  private final Process shell;
  private final Writer orders;
  private final BufferedReader answers;
  private final Set<ProcessHandle> stopped = new LinkedHashSet<>();
  private boolean closed;

  /**
   * Starts the shell.
   *
   * @throws UncheckedIOException if there is none
   */
  public ProcessSignals() {
    try {
      shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
    } catch (IOException noShell) {
      throw new UncheckedIOException("cannot run sh, which sends the signals", noShell);
    }
    orders = shell.outputWriter(US_ASCII);
    answers = shell.inputReader(US_ASCII);
  }

  /** Tells whether this system has signals. */
  public static boolean arePossible() {
    return File.separatorChar != '\\';
  }

  /**
   * Stops processes, unless this is closed.
   *
   * @param processes which
   */
  public synchronized void stop(Collection<ProcessHandle> processes) {
    if (!closed) {
      stopped.addAll(processes);
      send("STOP", processes);
    }
  }

  /**
   * Stops a process and all that it started, and returns once they are stopped.
   *
   * @param process the first of them
   */
  public synchronized void stopFamily(ProcessHandle process) {
    int before;
    do {
      before = stopped.size();
      stop(Stream.concat(Stream.of(process), process.descendants()).toList());
      awaitSent();
    } while (stopped.size() > before); // A process that was not yet stopped may have started one.
  }

  /** Lets all that were stopped go on. */
  public synchronized void goOn() {
    send("CONT", stopped);
    stopped.clear();
  }

  private void send(String signal, Collection<ProcessHandle> processes) {
    if (!processes.isEmpty()) {
      order(
          processes.stream()
              .map(process -> String.valueOf(process.pid()))
              .collect(Collectors.joining(" ", "kill -" + signal + " ", " 2>/dev/null\n")));
    }
  }

  private void awaitSent() {
    order("echo\n");
    try {
      answers.readLine();
    } catch (IOException gone) {
      throw new UncheckedIOException("the shell that sends the signals is gone", gone);
    }
  }

  private void order(String line) {
    try {
      orders.write(line);
      orders.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException("the shell that sends the signals is gone", gone);
    }
  }

  /** Lets all that were stopped go on, and ends the shell. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      goOn();
      orders.close();
      shell.waitFor(1, TimeUnit.SECONDS);
    } catch (IOException | UncheckedIOException gone) {
      // Nobody is left to hear it.
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    shell.destroyForcibly();
  }
}
