package dev.sonde.runtime.internal.http;

import java.nio.ByteBuffer;

/**
 * Two buffers for all connections, so that those that are silent hold none. Belong to the server's
 * thread.
 */
final class TlsBuffers {

  private ByteBuffer coded = ByteBuffer.allocate(0);
  private ByteBuffer clear = ByteBuffer.allocate(0);

  /** {@return an empty buffer for what comes from the channel} */
  ByteBuffer coded(int size) {
    if (coded.capacity() < size) {
      coded = ByteBuffer.allocate(size);
    }
    return coded.clear();
  }

  /** {@return an empty buffer for what was in a record} */
  ByteBuffer clear(int size) {
    if (clear.capacity() < size) {
      clear = ByteBuffer.allocate(size);
    }
    return clear.clear();
  }
}
