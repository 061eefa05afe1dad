package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private final AtomicReference<Thread> thread = new AtomicReference<>();
  private final Check remembersItsThread =
      Check.throwing("it", () -> thread.set(Thread.currentThread()));

  private static HealthEndpointsBuilder readiness(Check check) {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", Duration.ofSeconds(1), List.of(check));
  }

  private static int ask(HealthEndpointsBuilder endpoints) {
    return endpoints.build().respond(HealthRequest.get("/readyz")).status();
  }

  @Test
  void areTheOnesThatTheApplicationBrings() {
    ExecutorService own = Executors.newCachedThreadPool(task -> new Thread(task, "of my own"));
    assertThat(ask(readiness(remembersItsThread).workers(own))).isEqualTo(200);
    assertThat(thread.get().getName()).isEqualTo("of my own");
    own.shutdown();
  }

  @Test
  void makeACheckDownThatTheyDoNotTake() throws Exception {
    HealthEndpointsBuilder refused =
        readiness(Check.bool("refused", () -> true))
            .workers(
                task -> {
                  throw new RejectedExecutionException("full");
                });
    assertThat(ask(refused)).isEqualTo(503);
    log.awaitLines(1);
    assertThat(log.lines()).hasSize(1).first().asString().contains("RejectedExecution");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_23)
  void arePlatformThreadsWhereAVirtualOneCouldTakeACarrierAway() {
    assertThat(ask(readiness(remembersItsThread))).isEqualTo(200);
    assertThat(thread.get().toString()).startsWith("Thread[").contains("sonde-orders-check-");
    assertThat(thread.get().isDaemon()).isTrue();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void areVirtualWhereThatDoesNoHarm() {
    assertThat(ask(readiness(remembersItsThread))).isEqualTo(200);
    assertThat(thread.get().toString()).startsWith("VirtualThread[");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void arePlatformThreadsForWhatTheApplicationsVirtualThreadsKeepWaiting() throws Exception {
    AtomicBoolean busy = new AtomicBoolean(true);
    int carriers = Runtime.getRuntime().availableProcessors();
    CountDownLatch onCarriers = new CountDownLatch(carriers);
    for (Thread virtual : virtualThreads(carriers, () -> spin(onCarriers, busy))) {
      virtual.start();
    }
    onCarriers.await();
    try {
      assertThat(ask(readiness(remembersItsThread))).isEqualTo(200);
      assertThat(thread.get().toString()).startsWith("Thread[").contains("sonde-orders-check-");
      assertThat(runsInTheBackground()).isTrue();
    } finally {
      busy.set(false);
    }
  }

  @Test
  void tellInTheLogWhereACheckHangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    assertThat(ask(readiness(Check.throwing("hung", () -> waitForEver(never))))).isEqualTo(503);
    log.awaitLines(1);
    assertThat(log.records().get(0).getThrown().getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("waitForEver"));
  }

  private static void waitForEver(CountDownLatch never) throws InterruptedException {
    never.await();
  }

  private static boolean runsInTheBackground() throws InterruptedException {
    CountDownLatch runs = new CountDownLatch(3);
    ask(readiness(Check.throwing("it", runs::countDown).every(Duration.ofMillis(20))));
    return runs.await(20, TimeUnit.SECONDS);
  }

  private static void spin(CountDownLatch running, AtomicBoolean goOn) {
    running.countDown();
    while (goOn.get()) {
      Thread.onSpinWait();
    }
  }

  /** Java 17 compiles this and does not know them. */
  private static List<Thread> virtualThreads(int count, Runnable task) throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Class<?> type = Class.forName("java.lang.Thread$Builder");
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add((Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, task));
    }
    return threads;
  }
}
