package dev.sonde.kubelet.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** Runs a small program of the system to its end. */
final class SystemCommand {

  private SystemCommand() {}

  /**
   * {@return what it printed}
   *
   * @throws IOException if there is no such program, or it fails
   */
  static String run(String... words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", List.of(words)) + ": " + printed);
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
    return printed;
  }
}
