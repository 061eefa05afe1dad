package dev.sonde.kubelet.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server of the test that an application depends on, such as a database, and that does not answer
 * as it should. The application gets its port in place of the real one:
 *
 * <pre>{@code
 * static final FaultyServer DATABASE = FaultyServer.inFrontOf("localhost", 5432, 15432);
 *
 * try (Fault silence = kubelet.silence(DATABASE)) {
 *   kubelet.leavesTrafficWithin(Duration.ofSeconds(10));
 * }
 * }</pre>
 *
 * <p>It listens on all addresses of this machine until it is closed. Safe for use by several
 * threads.
 */
public final class FaultyServer implements AutoCloseable {

  private static final int MOST_WAITING = 64;
  private static final int PATIENCE_MILLIS = 300;
  private static final int CHUNK = 8192;

  private final int port;
  private final AutoCloseable holder;
  private final Optional<InetSocketAddress> upstream;
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private final Object turn = new Object();
  private boolean silent;
  private int connections;

  private FaultyServer(int port, AutoCloseable holder, Optional<InetSocketAddress> upstream) {
    this.port = port;
    this.holder = holder;
    this.upstream = upstream;
    this.silent = upstream.isEmpty();
  }

  /**
   * {@return a server that accepts connections, reads what is sent, and never answers}
   *
   * @param port where it listens; 0 for a free port
   * @throws UncheckedIOException if the port is taken
   */
  public static FaultyServer silent(int port) {
    return accepting(port, Optional.empty());
  }

  /**
   * {@return a server that passes all on, both ways, until {@link Kubelet#silence} makes it hold
   * back the answers}
   *
   * @param host where the real server is
   * @param hostPort the port that it listens on
   * @param port where this one listens; 0 for a free port
   * @throws UncheckedIOException if the port is taken
   */
  public static FaultyServer inFrontOf(String host, int hostPort, int port) {
    return accepting(port, Optional.of(new InetSocketAddress(host, hostPort)));
  }

  private static FaultyServer accepting(int port, Optional<InetSocketAddress> upstream) {
    ServerSocket socket = listen(port, 0);
    FaultyServer server = new FaultyServer(socket.getLocalPort(), socket, upstream);
    onThread(() -> server.accept(socket));
    return server;
  }

  /**
   * {@return a port that refuses connections, and that nobody else gets meanwhile}
   *
   * @param port which; 0 for a free one
   * @throws UncheckedIOException if the port is taken
   */
  public static FaultyServer refusing(int port) {
    Socket holder = new Socket();
    try {
      holder.bind(new InetSocketAddress(port));
    } catch (IOException taken) {
      closeQuietly(holder);
      throw cannotListen(port, taken);
    }
    return new FaultyServer(holder.getLocalPort(), holder, Optional.empty());
  }

  /**
   * {@return a server that nobody gets a connection to, as if packets were dropped: it accepts none
   * and its backlog is full}
   *
   * @param port where it listens; 0 for a free port
   * @throws UncheckedIOException if the port is taken
   * @throws UnsupportedOperationException if this system refuses what does not fit into the backlog
   */
  public static FaultyServer unreachable(int port) {
    ServerSocket socket = listen(port, 1);
    FaultyServer server = new FaultyServer(socket.getLocalPort(), socket, Optional.empty());
    try {
      server.fillBacklog();
      return server;
    } catch (IOException | UnsupportedOperationException useless) {
      server.close();
      throw new UnsupportedOperationException(
          "This system does not leave connections unanswered when a backlog is full. Use"
              + " FaultyServer.refusing or FaultyServer.silent.",
          useless);
    }
  }

  private void fillBacklog() throws IOException {
    for (int i = 0; i < MOST_WAITING; i++) {
      Socket waiting = new Socket();
      open.add(waiting);
      try {
        waiting.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    throw new UnsupportedOperationException(MOST_WAITING + " connections were taken");
  }

  private static ServerSocket listen(int port, int backlog) {
    try {
      return new ServerSocket(port, backlog);
    } catch (IOException taken) {
      throw cannotListen(port, taken);
    }
  }

  private static UncheckedIOException cannotListen(int port, IOException taken) {
    return new UncheckedIOException(
        "cannot listen on port "
            + port
            + ": "
            + taken.getMessage()
            + ". Stop what has it, or give 0 for a free port.",
        taken);
  }

  /** {@return the port that the application has to be given} */
  public int port() {
    return port;
  }

  /** {@return how many connections were accepted so far: 0 means that nobody came this way} */
  public int connections() {
    synchronized (turn) {
      return connections;
    }
  }

  /** Holds back answers until the fault is closed; they come then. */
  Fault silence() {
    if (upstream.isEmpty()) {
      throw new IllegalStateException(
          "This server never answers, so it cannot fall silent. Use FaultyServer.inFrontOf.");
    }
    setSilent(true);
    return () -> setSilent(false);
  }

  private void setSilent(boolean value) {
    synchronized (turn) {
      silent = value;
      turn.notifyAll();
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        open.add(client);
        synchronized (turn) {
          connections++;
        }
        onThread(() -> serve(client));
      }
    } catch (IOException closed) {
      // Then it ends.
    }
  }

  /**
   * A client that sends no more may still wait for an answer, so it stays open where none comes.
   */
  private void serve(Socket client) {
    Socket server = new Socket();
    try {
      if (upstream.isEmpty()) {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        return;
      }
      open.add(server);
      server.connect(upstream.get());
      onThread(() -> passAnswers(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException broken) {
      drop(server, client);
    }
  }

  private void drop(Socket... sockets) {
    for (Socket socket : sockets) {
      closeQuietly(socket);
      open.remove(socket);
    }
  }

  private void passAnswers(Socket server, Socket client) {
    try {
      InputStream answers = server.getInputStream();
      byte[] chunk = new byte[CHUNK];
      for (int size = answers.read(chunk); size >= 0; size = answers.read(chunk)) {
        awaitTurn();
        client.getOutputStream().write(chunk, 0, size);
      }
      awaitTurn();
    } catch (IOException broken) {
      // One of the two is gone, and with it the other.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      drop(server, client);
    }
  }

  private void awaitTurn() throws InterruptedException {
    synchronized (turn) {
      while (silent) {
        turn.wait();
      }
    }
  }

  /** Ends it, with all its connections. */
  @Override
  public void close() {
    closeQuietly(holder);
    List<AutoCloseable> left = new ArrayList<>(open);
    left.forEach(FaultyServer::closeQuietly);
    setSilent(false);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception gone) {
      // It is not used any more.
    }
  }

  private static void onThread(Runnable task) {
    Thread thread = new Thread(task, "sonde-faulty-server");
    thread.setDaemon(true);
    thread.start();
  }
}
