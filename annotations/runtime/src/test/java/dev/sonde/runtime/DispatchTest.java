package dev.sonde.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which checks share a thread, and what becomes of those behind one that hangs. */
@Timeout(60)
class DispatchTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final HealthRequest READYZ = HealthRequest.get("/readyz");

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private final Executor counting =
      task -> {
        if (refusing.get()) {
          throw new RejectedExecutionException("full");
        }
        threads.incrementAndGet();
        new Thread(task).start();
      };
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void release() {
    release.countDown();
  }

  private HealthEndpoints readiness(Check... checks) {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", TIMEOUT, List.of(checks))
        .workers(counting)
        .build();
  }

  private int threadsFor(HealthEndpoints endpoints) {
    threads.set(0);
    assertThat(endpoints.respond(READYZ).status()).isEqualTo(200);
    return threads.get();
  }

  /** On a busy machine a thread may lose its processor inside a check, which then is not quick. */
  private boolean comeToShareAThread(HealthEndpoints endpoints) {
    for (int i = 0; i < 1000; i++) {
      if (threadsFor(endpoints) == 1) {
        return true;
      }
    }
    return false;
  }

  private static Check well(String name) {
    return Check.bool(name, () -> true);
  }

  @Test
  void checksThatWereQuickLastTimeShareAThread() {
    HealthEndpoints endpoints = readiness(well("a"), well("b"), well("c"));
    // More where a busy machine begins one so late that it gets another thread.
    assertThat(threadsFor(endpoints)).isGreaterThanOrEqualTo(3);
    assertThat(comeToShareAThread(endpoints)).isTrue();
  }

  @Test
  void oneThatWasSlowHasAThreadOfItsOwn() {
    Check slow = Check.throwing("slow", () -> Thread.sleep(2));
    HealthEndpoints endpoints = readiness(slow, well("a"), well("b"));
    for (int i = 0; i < 20; i++) {
      assertThat(threadsFor(endpoints)).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void oneWithLittleTimeHasAThreadOfItsOwn() {
    HealthEndpoints endpoints = readiness(well("a").deadline(Duration.ofMillis(49)), well("b"));
    for (int i = 0; i < 20; i++) {
      threads.set(0);
      endpoints.respond(READYZ);
      assertThat(threads).hasValueGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void quickOnesThatTurnSlowRunSideBySideAllTheSame() {
    AtomicBoolean slow = new AtomicBoolean();
    CyclicBarrier all = new CyclicBarrier(3);
    Check.Action meetTheOthers =
        () -> {
          if (slow.get()) {
            all.await(20, SECONDS);
          }
        };
    HealthEndpoints endpoints =
        readiness(
            Check.throwing("a", meetTheOthers),
            Check.throwing("b", meetTheOthers),
            Check.throwing("c", meetTheOthers));
    assertThat(comeToShareAThread(endpoints)).isTrue();

    slow.set(true);

    assertThat(endpoints.respond(READYZ).status()).isEqualTo(200);
  }

  @Test
  void aQuickOneThatHangsHidesNoneOfThoseBehindIt() {
    AtomicInteger starts = new AtomicInteger();
    AtomicBoolean hangs = new AtomicBoolean();
    Check first =
        Check.throwing(
            "first",
            () -> {
              if (hangs.get()) {
                starts.incrementAndGet();
                awaitStubbornly();
              }
            });
    HealthEndpoints endpoints = readiness(first, well("second"), well("third"));
    assertThat(comeToShareAThread(endpoints)).isTrue();

    hangs.set(true);

    for (int i = 0; i < 20; i++) {
      assertThat(endpoints.respond(READYZ).bodyText())
          .contains(
              "{\"name\":\"first\",\"status\":\"DOWN\"}",
              "{\"name\":\"second\",\"status\":\"UP\"}",
              "{\"name\":\"third\",\"status\":\"UP\"}");
    }
    assertThat(starts).hasValue(1);
  }

  @Test
  void allAreDownWhenNoThreadTakesThemAndWellAgainWhenOneDoes() {
    HealthEndpoints endpoints = readiness(well("a"), well("b"));
    assertThat(comeToShareAThread(endpoints)).isTrue();

    refusing.set(true);
    assertThat(endpoints.respond(READYZ).bodyText())
        .contains("{\"name\":\"a\",\"status\":\"DOWN\"}", "{\"name\":\"b\",\"status\":\"DOWN\"}");

    refusing.set(false);
    assertThat(endpoints.respond(READYZ).status()).isEqualTo(200);
  }

  private void awaitStubbornly() {
    while (release.getCount() > 0) {
      try {
        release.await();
      } catch (InterruptedException ignored) {
        // The very thing that is tested: a check that does not give up.
      }
    }
  }
}
