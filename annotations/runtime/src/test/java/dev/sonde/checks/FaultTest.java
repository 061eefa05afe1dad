package dev.sonde.checks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.testing.ForkedJvm;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each fault is really brought about, in a JVM of its own. What was answered, and how soon, is
 * written to {@code target/faults.txt}.
 */
@Timeout(180)
class FaultTest {

  private static final Path TABLE = Path.of("target", "faults.txt");

  @BeforeAll
  static void beginTable() throws IOException {
    Files.writeString(TABLE, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp",
        "database",
        "config",
        "threads",
        "heap",
        "error-rate",
        "deadlock-of-monitors",
        "deadlock-of-locks"
      })
  void isDownWhenItHappens(String fault) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty(fault)) {
      jvm.awaitStatus("/readyz", 200);

      jvm.order("begin");
      noteWhenAnswered(fault, jvm, 503);

      assertThat(jvm.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http",
        "disk-space",
        "file-descriptors",
        "heartbeat",
        "queue",
        "recursion",
        "out-of-memory"
      })
  void isDownWhileItLasts(String fault) throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty(fault)) {
      jvm.awaitStatus("/readyz", 200);

      jvm.order("begin");
      noteWhenAnswered(fault, jvm, 503);
      assertThat(jvm.get("/livez").statusCode()).isEqualTo(200);

      jvm.order("end");
      jvm.awaitStatus("/readyz", 200);
    }
  }

  @Test
  void isDegradedWhenTheProcessGetsNoProcessor() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty("cpu-delay")) {
      jvm.awaitStatus("/readyz", 200);

      jvm.signal("STOP");
      Thread.sleep(1500);
      jvm.signal("CONT");

      noteWhenDegraded("cpu-delay", jvm);
    }
  }

  @Test
  void isDegradedWhenTheProcessTakesAllProcessors() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty("cpu-load")) {
      jvm.awaitStatus("/readyz", 200);

      jvm.order("begin");

      noteWhenDegraded("cpu-load", jvm);
    }
  }

  @Test
  void aCheckThatHangsIsNamedAndItsStackIsLogged() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty("hang")) {
      jvm.awaitStatus("/readyz", 200);

      jvm.order("begin");
      noteWhenAnswered("hang", jvm, 503);

      assertThat(jvm.get("/livez").statusCode()).isEqualTo(200);
      // What is logged is written beside the answer, not before it.
      jvm.awaitText("WorkFaults.waitForEver");
    }
  }

  @Test
  void aCheckThatLeaksThreadsDoesNotTakeTheEndpointsWithIt() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty("thread-leak")) {
      jvm.order("begin");

      for (int i = 0; i < 300; i++) {
        assertThat(jvm.get("/readyz").statusCode()).isEqualTo(200);
      }
      assertThat(jvm.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCheckThatCallsExitEndsTheProcess() throws Exception {
    try (ForkedJvm jvm = ForkedJvm.startFaulty("exit")) {
      jvm.order("begin");
      try {
        jvm.get("/readyz");
      } catch (IOException goneBeforeItAnswered) {
        // Either is right: the answer that the check hangs, or none any more.
      }

      assertThat(jvm.process().waitFor(60, SECONDS)).isTrue();
      assertThat(jvm.process().exitValue()).isEqualTo(3);
    }
  }

  private static void noteWhenAnswered(String fault, ForkedJvm jvm, int status) throws Exception {
    long start = System.nanoTime();
    jvm.awaitStatus("/readyz", status);
    note(fault, start, jvm.get("/readyz"));
  }

  private static void noteWhenDegraded(String fault, ForkedJvm jvm) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> response = jvm.get("/readyz");
    while (!response.body().contains("\"degraded\":true")) {
      Thread.sleep(20);
      response = jvm.get("/readyz");
    }
    assertThat(response.statusCode()).isEqualTo(200);
    note(fault, start, response);
  }

  private static void note(String fault, long startNanos, HttpResponse<String> response)
      throws IOException {
    long millis = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
    String line =
        String.format(
            "%-21s %d after %5d ms  %s%n", fault, response.statusCode(), millis, response.body());
    Files.writeString(TABLE, line, StandardOpenOption.APPEND);
  }
}
