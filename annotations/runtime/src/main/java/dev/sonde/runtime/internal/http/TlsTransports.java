package dev.sonde.runtime.internal.http;

import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/**
 * What the TLS connections of a server share: buffers, which belong to the server's thread, and the
 * few threads that do the arithmetic of handshakes, so that the server's own is free to answer.
 */
final class TlsTransports implements TransportFactory {

  private static final int MOST_THREADS = 2;
  private static final long IDLE_SECONDS = 10;

  private final Supplier<SSLEngine> engines;
  private final TlsBuffers buffers = new TlsBuffers();
  private final ThreadPoolExecutor workers;

  /**
   * Makes transports.
   *
   * @param engines makes the server's side of a connection; may block
   * @param port for the names of threads
   */
  TlsTransports(Supplier<SSLEngine> engines, int port) {
    this.engines = engines;
    AtomicInteger count = new AtomicInteger();
    this.workers =
        new ThreadPoolExecutor(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> thread(task, "sonde-tls-" + port + "-" + count.incrementAndGet()));
    workers.allowCoreThreadTimeOut(true);
  }

  @Override
  public ByteTransport over(SocketChannel channel, Runnable resume) {
    return new TlsTransport(channel, engines, buffers, workers, resume);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(null, task, name);
    thread.setDaemon(true);
    return thread;
  }
}
