package dev.sonde.runtime.http;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The server's one thread: accepts, reads, and closes what takes too long. */
final class HttpLoop implements Runnable {

  private static final long SWEEP_MILLIS = 500;
  private static final int ACCEPTS_AT_ONCE = 64;
  private static final int LONGEST_REST_MILLIS = 100;

  private final Selector selector;
  private final ServerSocketChannel listening;
  private final SelectionKey acceptKey;
  private final HttpHandler handler;
  private final HttpLimits limits;
  private final Transports transports;
  private final HttpDate date = new HttpDate(System::currentTimeMillis);
  private final OpenConnections open;
  private final Queue<Connection> attention = new ConcurrentLinkedQueue<>();
  private long sweptNanos = System.nanoTime();
  private volatile long stopByNanos;
  private volatile boolean stopping;

  HttpLoop(
      ServerSocketChannel listening, HttpHandler handler, HttpLimits limits, Transports transports)
      throws IOException {
    this.selector = Selector.open();
    this.listening = listening;
    this.handler = handler;
    this.limits = limits;
    this.transports = transports;
    this.open = new OpenConnections(limits.connections());
    listening.configureBlocking(false);
    this.acceptKey = listening.register(selector, SelectionKey.OP_ACCEPT);
  }

  HttpLimits limits() {
    return limits;
  }

  HttpDate date() {
    return date;
  }

  /** Stops accepting, and ends once all requests are answered or the time is over. */
  void stop(Duration within) {
    stopByNanos = System.nanoTime() + within.toNanos();
    stopping = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    while (!isStopped()) {
      try {
        selector.select(this::ready, open.isEmpty() && !stopping ? 0 : SWEEP_MILLIS);
        attendToAll();
        sweep();
      } catch (IOException | RuntimeException | Error failure) {
        // Whatever it is, as long as this process lives its probes must be answered.
        log("The health server's loop failed and goes on.", failure);
        rest();
      }
    }
    shutDown();
  }

  /** Lets the server's thread look after a connection; from any thread. */
  void attendTo(Connection connection) {
    attention.add(connection);
    selector.wakeup();
  }

  /** Is told that a connection is closed; from any thread. */
  void closed(Connection connection) {
    attention.add(connection);
  }

  /** Gives a request to the handler; what goes wrong there is this request's failure alone. */
  void handle(HttpExchange exchange) {
    try {
      handler.handle(exchange);
    } catch (RuntimeException | Error failure) {
      log("Answering " + exchange.path() + " failed.", failure);
      if (!exchange.isAnswered()) {
        exchange.answer(HttpAnswer.of(new BadRequestException(500, "Internal error.")));
      }
    }
  }

  private void ready(SelectionKey key) {
    if (key == acceptKey) {
      acceptAll();
    } else if (key.attachment() instanceof Connection connection) {
      connection.ready();
    }
  }

  private void acceptAll() {
    for (int i = 0; i < ACCEPTS_AT_ONCE; i++) {
      try {
        SocketChannel channel = listening.accept();
        if (channel == null) {
          return;
        }
        take(channel);
      } catch (IOException outOfFiles) {
        // Only room helps: files that close, connections that have had their time.
        open.makeRoom(open.size());
        log("Cannot accept a connection.", outOfFiles);
        rest();
        return;
      }
    }
  }

  private void take(SocketChannel channel) throws IOException {
    open.makeRoom(limits.connections());
    if (open.isFull()) {
      channel.close();
      return;
    }
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      Connection connection = new Connection(channel, transports, key, this);
      key.attach(connection);
      open.add(connection);
    } catch (IOException goneAlready) {
      channel.close();
    }
  }

  private void attendToAll() {
    for (Connection next = attention.poll(); next != null; next = attention.poll()) {
      if (next.isClosed()) {
        open.remove(next);
      } else {
        next.attend();
      }
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    if (now - sweptNanos >= Duration.ofMillis(SWEEP_MILLIS).toNanos()) {
      sweptNanos = now;
      open.expire(now);
    }
  }

  private boolean isStopped() {
    if (!stopping) {
      return false;
    }
    close(listening);
    open.closeIdle();
    return !open.anyAnswering() || System.nanoTime() - stopByNanos >= 0;
  }

  private void shutDown() {
    open.closeAll();
    transports.close();
    close(selector);
  }

  private static void close(Closeable resource) {
    try {
      resource.close();
    } catch (IOException alreadyClosed) {
      // Nothing is left to be done.
    }
  }

  private static void rest() {
    try {
      Thread.sleep(LONGEST_REST_MILLIS);
    } catch (InterruptedException nobodyKnowsWhy) {
      // Nothing of ours interrupts this thread; with the flag set it could not listen.
    }
  }

  static void log(String message, Throwable failure) {
    System.getLogger("dev.sonde.health").log(Level.WARNING, message, failure);
  }
}
