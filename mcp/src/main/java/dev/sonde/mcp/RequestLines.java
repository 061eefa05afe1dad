package dev.sonde.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/**
 * The requests, one a line. A line that is no message, or too long, is answered here and goes no
 * further: the SDK would end the session.
 */
final class RequestLines extends InputStream {

  /** The most bytes of a request. */
  static final int LONGEST = 1 << 20;

  private static final int SECONDS_TO_FINISH = 30;
  private static final int PARSE_ERROR = -32_700;
  private static final int INVALID_REQUEST = -32_600;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final InputStream in;
  private final ReplyLines replies;
  private final McpJsonMapper json;
  private byte[] line = {};
  private int next;
  private int asked;

  RequestLines(InputStream in, ReplyLines replies, McpJsonMapper json) {
    this.in = new BufferedInputStream(in);
    this.replies = replies;
    this.json = json;
  }

  @Override
  public int read() throws IOException {
    return fill() ? line[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int some = Math.min(length, line.length - next);
    System.arraycopy(line, next, bytes, offset, some);
    next += some;
    return some;
  }

  private boolean fill() throws IOException {
    while (next == line.length) {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      if (!readLine(read)) {
        awaitReplies();
        ended.countDown();
        return false;
      }
      next = 0;
      line = isMessage(read) ? read.toByteArray() : new byte[0];
    }
    return true;
  }

  /** The SDK drops what is not answered when it sees the end. */
  private void awaitReplies() throws IOException {
    if (!replies.await(asked, SECONDS_TO_FINISH)) {
      System.err.println("sonde-mcp: the input ended, and calls that take longer are given up.");
    }
  }

  /** Reads one line; of one that is too long, one byte more than may be. */
  private boolean readLine(ByteArrayOutputStream read) throws IOException {
    for (int b = next(); b >= 0; b = next()) {
      if (read.size() <= LONGEST || b == '\n') {
        read.write(b);
      }
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Input that breaks has ended, too; so has a line without an end. */
  private int next() {
    try {
      return in.read();
    } catch (IOException broken) {
      return -1;
    }
  }

  private boolean isMessage(ByteArrayOutputStream read) throws IOException {
    if (read.size() > LONGEST) {
      replies.error(INVALID_REQUEST, "A request has at most %d bytes.".formatted(LONGEST));
      return false;
    }
    String text = read.toString(UTF_8);
    if (text.isBlank()) {
      return false;
    }
    try {
      asked += McpSchema.deserializeJsonRpcMessage(json, text) instanceof JSONRPCRequest ? 1 : 0;
      return true;
    } catch (IOException | RuntimeException malformed) {
      replies.error(
          PARSE_ERROR, "This line is no message of JSON-RPC 2.0. Write one on each line.");
      return false;
    }
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }
}
