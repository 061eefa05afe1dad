package dev.sonde.runtime.internal.http;

import dev.sonde.runtime.http.HttpLimits;
import dev.sonde.runtime.internal.log.TroubleLog;
import java.io.Closeable;
import java.io.IOException;
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
  private final Duration patience;
  private final TransportFactory transports;
  private final HttpDate date = new HttpDate(System::currentTimeMillis);
  private final OpenConnections open;
  private final Queue<ClientConnection> attention = new ConcurrentLinkedQueue<>();
  private final TroubleLog loopTrouble =
      new TroubleLog("The health server has failed and goes on.", "The health server works again.");
  private final TroubleLog handlerTrouble =
      new TroubleLog("Answering a request failed.", "Requests are answered again.");
  private final TroubleLog acceptTrouble =
      new TroubleLog(
          "The health server cannot accept connections.",
          "The health server accepts connections again.");
  private final SpareFile spareFile = new SpareFile();
  private long sweptNanos = System.nanoTime();
  private volatile long stopByNanos;
  private volatile boolean stopping;

  HttpLoop(
      ServerSocketChannel listening,
      HttpHandler handler,
      HttpLimits limits,
      Duration patience,
      TransportFactory transports)
      throws IOException {
    this.listening = listening;
    this.handler = handler;
    this.limits = limits;
    this.patience = patience;
    this.transports = transports;
    this.open = new OpenConnections(limits.connections());
    listening.configureBlocking(false);
    this.selector = Selector.open();
    try {
      this.acceptKey = listening.register(selector, SelectionKey.OP_ACCEPT);
    } catch (Throwable failure) {
      selector.close();
      throw failure;
    }
  }

  HttpLimits limits() {
    return limits;
  }

  Duration patience() {
    return patience;
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

  /** Whatever goes wrong, as long as this process lives its probes must be answered. */
  @Override
  public void run() {
    boolean stopped = false;
    while (!stopped) {
      try {
        stopped = turn();
      } catch (Throwable failure) {
        goOn(failure);
      }
    }
    shutDown();
  }

  private void goOn(Throwable failure) {
    try {
      loopTrouble.failed(failure);
      rest();
    } catch (Throwable another) {
      // Said before, or it cannot be said.
    }
  }

  /** {@return whether that was the last turn} */
  private boolean turn() throws IOException {
    if (isStopped()) {
      return true;
    }
    selector.select(this::ready, open.isEmpty() && !stopping ? 0 : SWEEP_MILLIS);
    attendToAll();
    sweep();
    loopTrouble.succeeded();
    return false;
  }

  /** Lets the server's thread look after a connection; from any thread. */
  void attendTo(ClientConnection connection) {
    attention.add(connection);
    selector.wakeup();
  }

  /** Learns that a connection is closed; from any thread. */
  void closed(ClientConnection connection) {
    attention.add(connection);
  }

  /** Gives a request to the handler; what goes wrong there is this request's failure alone. */
  void handle(HttpExchange exchange) {
    try {
      handler.handle(exchange);
    } catch (Throwable failure) {
      if (!exchange.isAnswered()) {
        exchange.answer(HttpAnswer.NONE);
      }
      handlerTrouble.failed(failure);
    }
  }

  /** Learns that a connection has failed. */
  void failed(Throwable failure) {
    loopTrouble.failed(failure);
  }

  private void ready(SelectionKey key) {
    if (key == acceptKey) {
      acceptAll();
    } else if (key.attachment() instanceof ClientConnection connection) {
      connection.ready();
    }
  }

  private void acceptAll() {
    try {
      boolean more = true;
      for (int i = 0; i < ACCEPTS_AT_ONCE && more; i++) {
        more = acceptOne();
      }
    } catch (IOException outOfFiles) {
      spareFile.lend(() -> acceptTrouble.failed(outOfFiles));
      // Only room helps: files that close, connections that have had their time.
      open.makeRoom(open.size());
      rest();
    }
  }

  /** {@return whether there was one} */
  private boolean acceptOne() throws IOException {
    SocketChannel channel = listening.accept();
    boolean taken = channel == null;
    try {
      taken = taken || take(channel);
      acceptTrouble.succeeded();
    } finally {
      if (!taken) {
        close(channel); // Which takes it from the selector, too.
      }
    }
    return channel != null;
  }

  private boolean take(SocketChannel channel) {
    open.makeRoom(limits.connections());
    if (open.isFull()) {
      return false;
    }
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      ClientConnection connection = new ClientConnection(channel, transports, key, this);
      key.attach(connection);
      open.add(connection);
      return true;
    } catch (IOException goneAlready) {
      return false;
    }
  }

  private void attendToAll() {
    for (ClientConnection next = attention.poll(); next != null; next = attention.poll()) {
      if (next.isClosed()) {
        open.remove(next);
        close(next.channel()); // Once more, should that have failed.
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

  /** Closes all that the server has, whatever goes wrong with one of them. */
  void shutDown() {
    close(listening);
    close(open::closeAll);
    close(transports::close);
    close(spareFile);
    close(selector);
  }

  private static void close(Closeable resource) {
    try {
      resource.close();
    } catch (Throwable alreadyClosed) {
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
}
