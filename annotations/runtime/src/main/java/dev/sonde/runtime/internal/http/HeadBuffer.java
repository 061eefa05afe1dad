package dev.sonde.runtime.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Collects what a client sends until it is a whole request head. Not thread-safe. */
final class HeadBuffer {

  private static final int FIRST_SIZE = 1024;
  private static final int LARGEST_SIZE = 8192;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private ByteBuffer bytes = NOTHING;
  private int scanned;
  private boolean lineSeen;

  boolean isEmpty() {
    return bytes.position() == 0;
  }

  boolean isFull() {
    return bytes.position() == LARGEST_SIZE;
  }

  /** {@return how many bytes came; 0 when there are none now, or no room; -1 at the end} */
  int fill(ByteTransport from) throws IOException, BadRequestException {
    makeRoom();
    return bytes.hasRemaining() ? from.read(bytes) : 0;
  }

  /**
   * Takes the next request head.
   *
   * @return the head; null when it has not come whole
   * @throws BadRequestException if it cannot be understood, or is too large
   */
  @Nullable RequestHead next() throws BadRequestException {
    dropEmptyLines();
    if (!isEmpty() && !RequestParser.canStart(bytes.get(0))) {
      throw BadRequestException.malformed("This is not HTTP.");
    }
    int end = scanForEnd();
    if (end < 0) {
      if (isFull()) {
        throw lineSeen
            ? new BadRequestException(431, "The request's head is larger than 8192 bytes.")
            : new BadRequestException(414, "The target is longer than 2048 bytes.");
      }
      return null;
    }
    RequestHead head = RequestParser.parse(bytes.array(), 0, end);
    drop(end);
    return head;
  }

  private void makeRoom() {
    if (bytes.hasRemaining() || bytes.capacity() == LARGEST_SIZE) {
      return;
    }
    int size = Math.min(LARGEST_SIZE, Math.max(FIRST_SIZE, bytes.capacity() * 2));
    bytes = ByteBuffer.allocate(size).put(bytes.flip());
  }

  /** A client may send an empty line before a request; some did after a body. */
  private void dropEmptyLines() {
    int start = 0;
    while (start < bytes.position() && (bytes.get(start) == '\r' || bytes.get(start) == '\n')) {
      start++;
    }
    if (start > 0) {
      drop(start);
    }
  }

  /** Looks at each byte once, however slowly they come. */
  private int scanForEnd() {
    byte[] array = bytes.array();
    int filled = bytes.position();
    while (scanned < filled) {
      if (array[scanned] == '\n') {
        lineSeen = true;
        int next = scanned + 1;
        if (next < filled && array[next] == '\r') {
          next++;
        }
        if (next >= filled) {
          return -1;
        }
        if (array[next] == '\n') {
          return next + 1;
        }
      }
      scanned++;
    }
    return -1;
  }

  private void drop(int count) {
    bytes.flip().position(count);
    if (bytes.hasRemaining() || bytes.capacity() <= FIRST_SIZE) {
      bytes.compact();
    } else {
      bytes = NOTHING;
    }
    scanned = 0;
    lineSeen = false;
  }
}
