package dev.sonde.runtime.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** How bytes go to and from a client, without ever blocking. Callers see to exclusion. */
interface Transport {

  /** {@return how many bytes were read; 0 when there are none now, -1 at the end} */
  int read(ByteBuffer into) throws IOException;

  /** Sends as much as can be sent now. {@return whether all is on its way} */
  boolean write(ByteBuffer from) throws IOException;

  /** Tells the client that nothing more will come. */
  void endOutput() throws IOException;

  /** {@return bytes as they are, over this channel} */
  static Transport plain(SocketChannel channel) {
    return new Transport() {
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
