package dev.sonde.kubelet.internal.handler;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an HTTP/1 response; only its beginning is read. */
final class ResponseBody {

  private enum Framing {
    LENGTH,
    CHUNKED,
    UNTIL_CLOSED
  }

  private final InputStream in;
  private final Framing framing;
  private long left;
  private boolean over;

  private ResponseBody(InputStream in, Framing framing, long left) {
    this.in = in;
    this.framing = framing;
    this.left = left;
  }

  static ResponseBody ofLength(InputStream in, long length) {
    return new ResponseBody(in, Framing.LENGTH, length);
  }

  static ResponseBody chunked(InputStream in) {
    return new ResponseBody(in, Framing.CHUNKED, 0);
  }

  static ResponseBody untilClosed(InputStream in) {
    return new ResponseBody(in, Framing.UNTIL_CLOSED, Long.MAX_VALUE);
  }

  /** Tells whether it is known to be longer than {@code limit}. */
  boolean knownLongerThan(int limit) {
    return framing == Framing.LENGTH && left > limit;
  }

  /** Reads up to {@code limit} bytes; fails if the body breaks off before its own end. */
  byte[] read(int limit) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (read.size() < limit && moreInPiece()) {
      int wanted = (int) Math.min(Math.min(buffer.length, limit - read.size()), left);
      int got = in.read(buffer, 0, wanted);
      if (got < 0) {
        if (framing == Framing.UNTIL_CLOSED) {
          break;
        }
        throw new EOFException("connection closed before the end of the body");
      }
      left -= got;
      read.write(buffer, 0, got);
    }
    return read.toByteArray();
  }

  private boolean moreInPiece() throws IOException {
    if (framing != Framing.CHUNKED || left > 0) {
      return left > 0;
    }
    if (over) {
      return false;
    }
    left = nextChunk();
    over = left == 0;
    return !over;
  }

  private boolean firstChunk = true;

  private long nextChunk() throws IOException {
    int[] budget = {4096};
    if (!firstChunk && !ResponseHead.line(in, budget).isEmpty()) {
      throw new IOException("malformed chunk");
    }
    firstChunk = false;
    String size = ResponseHead.line(in, budget).split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new IOException("malformed chunk size \"" + AttemptReasons.oneLine(size) + "\"");
    }
    return Long.parseLong(size, 16);
  }
}
