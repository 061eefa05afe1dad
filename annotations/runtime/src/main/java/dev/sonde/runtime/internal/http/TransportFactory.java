package dev.sonde.runtime.internal.http;

import java.nio.channels.SocketChannel;

/** Makes the transport of each connection. */
interface TransportFactory extends AutoCloseable {

  /** Bytes as they are. */
  TransportFactory PLAIN = (channel, resume) -> ByteTransport.plain(channel);

  /**
   * {@return a transport}
   *
   * @param channel the client's channel, which does not block
   * @param resume lets the server's thread look after the connection; can be called on any thread
   */
  ByteTransport over(SocketChannel channel, Runnable resume);

  /** Ends what the transports have in common. */
  @Override
  default void close() {}
}
