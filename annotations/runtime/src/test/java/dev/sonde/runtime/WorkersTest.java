package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The threads on which checks run. */
@Timeout(60)
class WorkersTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private static HealthResponse ask(Executor workers, Check check) {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", Duration.ofSeconds(1), List.of(check))
        .workers(workers)
        .build()
        .respond(HealthRequest.get("/readyz"));
  }

  @Test
  void areTheOnesThatTheApplicationBrings() {
    ExecutorService own = Executors.newCachedThreadPool(task -> new Thread(task, "of my own"));
    Check named = Check.bool("named", () -> Thread.currentThread().getName().equals("of my own"));
    assertThat(ask(own, named).status()).isEqualTo(200);
    own.shutdown();
  }

  @Test
  void makeACheckDownThatTheyDoNotTake() {
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };
    assertThat(ask(full, Check.bool("refused", () -> true)).status()).isEqualTo(503);
    assertThat(log.lines()).hasSize(1).first().asString().contains("RejectedExecution");
  }

  /** Java 17 compiles this and does not know them. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void mayBeVirtualAndTheStackInWhichOneHangsIsLogged() throws Exception {
    ExecutorService virtual =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    AtomicReference<String> thread = new AtomicReference<>();
    CountDownLatch never = new CountDownLatch(1);
    Check hung =
        Check.throwing(
            "hung",
            () -> {
              thread.set(Thread.currentThread().toString());
              waitForEver(never);
            });
    assertThat(ask(virtual, hung).status()).isEqualTo(503);
    assertThat(thread.get()).startsWith("VirtualThread[");
    log.awaitLines(1);
    assertThat(log.records().get(0).getThrown().getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("waitForEver"));
  }

  private static void waitForEver(CountDownLatch never) throws InterruptedException {
    never.await();
  }
}
