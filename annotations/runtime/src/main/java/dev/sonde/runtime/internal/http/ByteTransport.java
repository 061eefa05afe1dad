package dev.sonde.runtime.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** How bytes go to and from a client, without ever blocking. Callers see to exclusion. */
interface ByteTransport {

  /**
   * Reads on the server's thread.
   *
   * @return how many bytes were read; 0 when there are none now, -1 at the end
   * @throws BadRequestException if the client made a mistake that it should see
   */
  int read(ByteBuffer into) throws IOException, BadRequestException;

  /** Sends as much as can be sent now. {@return whether all is on its way} */
  boolean write(ByteBuffer from) throws IOException;

  /** Tells the client that nothing more will come. */
  void endOutput() throws IOException;

  /** Sends what was held back because the channel took no more. */
  default void flush() throws IOException {}

  /** {@return whether there is something to {@link #flush}} */
  default boolean holdsOutput() {
    return false;
  }

  /** {@return whether a read may give something although nothing has come on the channel} */
  default boolean holdsInput() {
    return false;
  }

  /** {@return whether something has come that is of no use before the rest of it has} */
  default boolean isMidway() {
    return false;
  }

  /** {@return whether it is of use to read what comes on the channel} */
  default boolean wantsInput() {
    return true;
  }

  /** Takes leave, as far as that can be done at once; the channel will be closed. */
  default void leave() throws IOException {}

  /** {@return bytes as they are, over this channel} */
  static ByteTransport plain(SocketChannel channel) {
    return new ByteTransport() {
      @Override
      public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
      }

      @Override
      public boolean write(ByteBuffer from) throws IOException {
        channel.write(from);
        return !from.hasRemaining();
      }

      @Override
      public void endOutput() throws IOException {
        channel.shutdownOutput();
      }
    };
  }
}
