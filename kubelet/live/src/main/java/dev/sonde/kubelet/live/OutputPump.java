package dev.sonde.kubelet.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes what a process prints as fast as it prints it, so that it never blocks, and hands it on
 * line by line. A line longer than {@value #LONGEST_LINE} characters is cut into several.
 */
final class OutputPump {

  static final int LONGEST_LINE = 4096;

  /** A busy machine may take long to hand on megabytes. */
  private static final long PATIENCE_SECONDS = 10;

  private final Thread thread;

  private OutputPump(InputStream output, Consumer<String> lines) {
    this.thread = new Thread(() -> pump(output, lines), "sonde-output");
    thread.setDaemon(true);
  }

  static OutputPump start(InputStream output, Consumer<String> lines) {
    OutputPump pump = new OutputPump(output, lines);
    pump.thread.start();
    return pump;
  }

  /** Waits for what is still under way; who holds the output open for longer is not awaited. */
  void drain() {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(InputStream output, Consumer<String> lines) {
    StringBuilder line = new StringBuilder();
    try (Reader reader =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      for (int character = reader.read(); character >= 0; character = reader.read()) {
        if (character != '\n') {
          line.append((char) character);
        }
        if (character == '\n' || line.length() == LONGEST_LINE) {
          lines.accept(line.toString());
          line.setLength(0);
        }
      }
    } catch (IOException gone) {
      // The process was killed.
    }
    if (!line.isEmpty()) {
      lines.accept(line.toString());
    }
  }
}
