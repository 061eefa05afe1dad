package dev.sonde.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The replies, one a line, each written as a whole. Safe for use by several threads. */
final class ReplyLines extends OutputStream {

  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Semaphore answered = new Semaphore(0);

  ReplyLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      line.write(bytes[i]);
      if (bytes[i] == '\n') {
        line.writeTo(out);
        out.flush();
        answered.release(line.toString(UTF_8).contains("\"id\":") ? 1 : 0);
        line.reset();
      }
    }
  }

  /**
   * Waits until so many requests are answered.
   *
   * @param requests how many were read
   * @param seconds how long to wait
   * @return whether they are
   * @throws InterruptedIOException if it is interrupted
   */
  boolean await(int requests, int seconds) throws InterruptedIOException {
    try {
      return answered.tryAcquire(requests, seconds, TimeUnit.SECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while calls are running");
    }
  }

  /**
   * Answers what cannot be read, and so has no id that the answer could name.
   *
   * @param code the code of JSON-RPC
   * @param message what is wrong, without quotation marks
   */
  synchronized void error(int code, String message) throws IOException {
    out.write(
        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}\n"
            .formatted(code, message)
            .getBytes(UTF_8));
    out.flush();
  }
}
