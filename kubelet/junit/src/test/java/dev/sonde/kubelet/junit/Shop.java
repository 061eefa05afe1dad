package dev.sonde.kubelet.junit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small application that behaves as its arguments say. */
final class Shop implements AutoCloseable {

  /** How long it goes on serving after SIGTERM where it drains. */
  private static final long DRAIN_MILLIS = 4_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean hangs;
  private volatile boolean ready = true;
  private volatile int database;

  private Shop(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static Shop start(int port) throws IOException {
    return new Shop(port);
  }

  /**
   * The shop in a JVM of its own, probed on its port. Ten of its seconds pass in one, and a busy
   * machine has one to answer.
   */
  static KubeletExtensionBuilder extension(ReservedPort port, String manner) {
    return KubeletExtension.builder()
        .probes(probes(port))
        .application(Shop.class)
        .arguments(Integer.toString(port.number()), manner)
        .jvmArguments("-XX:TieredStopAtLevel=1")
        .timeFactor(10);
  }

  static ProbeSet probes(ReservedPort port) {
    return ProbeSet.forContainer("shop")
        .with(ProbeKind.STARTUP, asks(port, "/startedz").failureThreshold(1200).build())
        .with(ProbeKind.LIVENESS, asks(port, "/livez").failureThreshold(2).build())
        .with(ProbeKind.READINESS, asks(port, "/readyz").failureThreshold(2).build());
  }

  static Probe.Builder asks(ReservedPort port, String path) {
    return Probe.builder()
        .handler(HttpGet.of(path, Port.of(port.number())))
        .periodSeconds(1)
        .timeoutSeconds(10);
  }

  /** Runs with a port and a manner: {@code well}, {@code exits}, {@code sleeps}, ... */
  public static void main(String... arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    System.out.println("shop opens on " + port + " as " + ProcessHandle.current().pid());
    switch (arguments[1]) {
      case "exits" -> {
        System.err.println("no database, no shop");
        System.exit(3);
      }
      case "sleeps" -> Thread.sleep(60_000);
      case "chatters" -> {
        for (int line = 0; line < 50_000; line++) {
          System.out.println("line " + line + " of a very long story that nobody will ever read");
        }
      }
      case "busy" -> {
        start(port);
        for (int thread = 0; thread < 2; thread++) {
          new Thread(Shop::spin).start();
        }
      }
      case "asks" -> start(port).database = Integer.parseInt(arguments[2]);
      case "drains" -> {
        Shop shop = start(port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(shop)));
      }
      default -> start(port);
    }
  }

  private static void spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static void drain(Shop shop) {
    try {
      Thread.sleep(DRAIN_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    shop.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/admin/hang" -> hangs = true;
      case "/admin/unready" -> ready = false;
      case "/admin/ready" -> ready = true;
      case "/livez" -> hang();
      case "/database" -> askDatabase();
      default -> {
        // What users ask for.
      }
    }
    byte[] body = String.valueOf(ProcessHandle.current().pid()).getBytes();
    try (exchange) {
      exchange.sendResponseHeaders(path.equals("/readyz") && !ready ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Waits for an answer without a limit of its own, as many a driver does. */
  private void askDatabase() throws IOException {
    try (Socket connection = new Socket("localhost", database)) {
      connection.getOutputStream().write('?');
      if (connection.getInputStream().read() < 0) {
        throw new IOException("the database hung up");
      }
    }
  }

  private synchronized void hang() {
    try {
      if (hangs) {
        Thread.sleep(60_000);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }
}
