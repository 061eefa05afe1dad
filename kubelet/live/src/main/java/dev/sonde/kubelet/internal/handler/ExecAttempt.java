package dev.sonde.kubelet.internal.handler;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.model.Exec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command without a shell. Exit code 0 is success, any other failure; so is taking too long.
 * What cannot be run at all is an error.
 */
final class ExecAttempt implements RealAttempt {

  /** How much of the output is kept. */
  private static final int MAX_OUTPUT = 10 * 1024;

  /** For the reader on a busy machine. A grandchild may hold the output open for much longer. */
  private static final long OUTPUT_PATIENCE_MILLIS = 1_000;

  private final List<String> command;
  private final Path directory;
  private final Map<String, String> environment;

  ExecAttempt(Exec handler, Path directory, Map<String, String> environment) {
    this.command = handler.expanded(environment).command();
    this.directory = directory;
    this.environment = environment;
  }

  @Override
  public AttemptOutcome make(AttemptDeadline deadline) {
    if (command.isEmpty()) {
      return AttemptOutcome.error("the command is empty");
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.directory(directory.toFile());
      builder.environment().putAll(environment);
      return run(builder.start(), deadline);
    } catch (IOException cannotRun) {
      return AttemptOutcome.error(AttemptReasons.of(cannotRun));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return AttemptOutcome.error("interrupted");
    }
  }

  private static AttemptOutcome run(Process process, AttemptDeadline deadline)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    Output output = new Output(process.getInputStream());
    output.start();
    try {
      if (!process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        return AttemptOutcome.timedOut(deadline.timeout());
      }
      output.join(OUTPUT_PATIENCE_MILLIS);
      String printed = AttemptReasons.oneLine(output.text());
      int code = process.exitValue();
      return code == 0
          ? AttemptOutcome.success(printed)
          : AttemptOutcome.failure("exit code " + code + (printed.isEmpty() ? "" : ": " + printed));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Keeps the beginning of the output and lets the rest pass, so that the command never blocks. */
  private static final class Output extends Thread {
    private final InputStream stream;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    Output(InputStream stream) {
      super("sonde-exec-output");
      this.stream = stream;
      setDaemon(true);
    }

    @Override
    public void run() {
      byte[] buffer = new byte[4096];
      try (stream) {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          keep(buffer, read);
        }
      } catch (IOException gone) {
        // The process was killed.
      }
    }

    private synchronized void keep(byte[] buffer, int length) {
      kept.write(buffer, 0, Math.min(length, MAX_OUTPUT - kept.size()));
    }

    synchronized String text() {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
