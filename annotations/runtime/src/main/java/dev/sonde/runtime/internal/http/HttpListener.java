package dev.sonde.runtime.internal.http;

import dev.sonde.runtime.http.HttpLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/** A port that is listened on until closed. Thread-safe. */
public final class HttpListener implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final HttpLoop loop;
  private final Thread thread;
  private final InetSocketAddress address;

  private HttpListener(HttpLoop loop, Thread thread, InetSocketAddress address) {
    this.loop = loop;
    this.thread = thread;
    this.address = address;
  }

  /**
   * Listens.
   *
   * @param address where; port 0 takes any free one
   * @param limits what clients may take
   * @param patience how long an answer may take; then the client learns that there is none
   * @param handler answers the requests
   * @return the listener
   * @throws IOException if the address or port cannot be had
   */
  public static HttpListener open(
      InetSocketAddress address, HttpLimits limits, Duration patience, HttpHandler handler)
      throws IOException {
    return open(address, limits, patience, handler, port -> TransportFactory.PLAIN);
  }

  /**
   * Listens, and speaks TLS.
   *
   * @param address where; port 0 takes any free one
   * @param limits what clients may take; a handshake may take as long as a head
   * @param patience how long an answer may take; then the client learns that there is none
   * @param handler answers the requests
   * @param engines makes the server's side of each connection; may block and must be thread-safe
   * @return the listener
   * @throws IOException if the address or port cannot be had
   */
  public static HttpListener openTls(
      InetSocketAddress address,
      HttpLimits limits,
      Duration patience,
      HttpHandler handler,
      Supplier<SSLEngine> engines)
      throws IOException {
    return open(address, limits, patience, handler, port -> new TlsTransports(engines, port));
  }

  private static HttpListener open(
      InetSocketAddress address,
      HttpLimits limits,
      Duration patience,
      HttpHandler handler,
      IntFunction<TransportFactory> transports)
      throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      // As servers do on Unix: connections of a former process that linger do not block the port.
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address, BACKLOG);
      InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
      TransportFactory over = transports.apply(bound.getPort());
      return start(new HttpLoop(channel, handler, limits, patience, over), bound);
    } catch (Throwable failure) {
      channel.close();
      throw failure;
    }
  }

  private static HttpListener start(HttpLoop loop, InetSocketAddress bound) {
    try {
      Thread thread = new Thread(null, loop, "sonde-server-" + bound.getPort());
      thread.setDaemon(true);
      thread.start();
      return new HttpListener(loop, thread, bound);
    } catch (Throwable noThread) {
      loop.shutDown();
      throw noThread;
    }
  }

  /** {@return the address and port that are listened on} */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Stops accepting connections, lets the requests that have come be answered, and closes.
   *
   * @param within how long at most to wait for that
   */
  public void close(Duration within) {
    loop.stop(within);
    try {
      thread.join(within.plusSeconds(1).toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes; requests that have come have a second to be answered. */
  @Override
  public void close() {
    close(Duration.ofSeconds(1));
  }
}
