package dev.sonde.kubelet.measure;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application to be measured: a port, and what is special about it. */
final class ProbedMain {

  private ProbedMain() {}

  public static void main(String[] arguments) throws Exception {
    List<String> habits = List.of(arguments).subList(1, arguments.length);
    if (habits.contains("exits")) {
      System.out.println("no database");
      System.exit(3);
    }
    if (habits.contains("forks")) {
      new ProcessBuilder("sleep", "1000").start();
    }
    if (habits.contains("stubborn")) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> await(new CountDownLatch(1))));
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
            0);
    AtomicBoolean slow = new AtomicBoolean(habits.contains("slow"));
    int status = habits.contains("unready") ? 503 : 200;
    server.createContext(
        "/",
        exchange -> {
          if (slow.getAndSet(false)) {
            pause();
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  /** Longer than a phase of the tests. */
  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(4);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
