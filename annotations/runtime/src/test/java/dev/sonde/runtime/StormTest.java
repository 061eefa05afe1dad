package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.sonde.runtime.testing.CapturedLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One readiness check blocks for ever, and clients do what they like. */
@Timeout(180)
class StormTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AtomicInteger starts = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private HealthServer server;

  @BeforeEach
  void start() throws IOException {
    Check hung =
        Check.throwing(
            "hung",
            () -> {
              starts.incrementAndGet();
              while (release.getCount() > 0) {
                Thread.onSpinWait();
                Thread.yield();
              }
            });
    HealthEndpoints endpoints =
        HealthEndpoints.builder("storm", 8081)
            .liveness("/livez", TIMEOUT, List.of(Check.bool("alive", () -> true)))
            .readiness("/readyz", TIMEOUT, List.of(Check.bool("fine", () -> true), hung))
            .build();
    server = HealthServer.start(endpoints, 0);
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.close();
  }

  private Socket send(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(60_000);
    String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    try (socket) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void assertAlive() throws IOException {
    assertThat(answer(send("/livez"))).startsWith("HTTP/1.1 200 OK");
  }

  private void assertAllNameTheHungCheck(int requests) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      sockets.add(send("/readyz"));
    }
    assertAlive();
    for (Socket socket : sockets) {
      assertThat(answer(socket))
          .startsWith("HTTP/1.1 503 Service Unavailable")
          .contains(
              "{\"name\":\"fine\",\"status\":\"UP\"},{\"name\":\"hung\",\"status\":\"DOWN\"}");
    }
  }

  @Test
  void everyoneIsAnsweredByNameAndTheCheckIsStartedOnce() throws Exception {
    Set<Thread> ofOtherTests = threadsOfChecks();
    assertAlive();
    assertAllNameTheHungCheck(1);
    assertAllNameTheHungCheck(50);
    assertAllNameTheHungCheck(1000);

    assertThat(starts).hasValue(1);
    // One for each of three checks, the one that hangs among them.
    Set<Thread> started = threadsOfChecks();
    started.removeAll(ofOtherTests);
    assertThat(started).hasSizeLessThanOrEqualTo(3);
  }

  private static Set<Thread> threadsOfChecks() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sonde-storm-check-"))
        .collect(Collectors.toSet());
  }

  @Test
  void livenessOutlivesProbesThatAreAbandoned() throws Exception {
    for (int i = 0; i < 300; i++) {
      send("/readyz").close();
    }
    assertAlive();
    assertAllNameTheHungCheck(1);
    assertThat(starts).hasValue(1);
  }

  @Test
  void aProbeGetsInPastTenThousandSilentConnections() throws Exception {
    List<Socket> silent = new ArrayList<>();
    int connections = Math.toIntExact(Math.min(10_000, mostFiles() / 2));
    try {
      for (int i = 0; i < connections; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        silent.add(socket);
        if (i % 1000 == 0) {
          assertAlive();
        }
      }
      assertAlive();
      assertAllNameTheHungCheck(1);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  /** Client and server are one process here, which may be allowed few files. */
  private static long mostFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : 4096;
  }
}
