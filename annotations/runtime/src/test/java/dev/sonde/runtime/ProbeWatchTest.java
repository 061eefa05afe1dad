package dev.sonde.runtime;

import static dev.sonde.runtime.testing.Eventually.awaitAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.answer.ProbeReport;
import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ProbeWatchTest {

  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration NEVER = Duration.ofDays(1);

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean started = true;
  private volatile Health queue = Health.up();

  private final HealthEndpoints endpoints =
      HealthEndpoints.builder("orders", 8081)
          .startup("/startedz", Duration.ofSeconds(30), List.of(Check.bool("up", () -> started)))
          .readiness(
              "/readyz",
              Duration.ofSeconds(30),
              List.of(Check.health("queue", this::ask), Check.bool("mail", () -> true)))
          .build();

  private Health ask() {
    asked.incrementAndGet();
    return queue;
  }

  @Test
  void tellsEachChangeInOrderAndNothingElse() throws Exception {
    BlockingQueue<ProbeReport> told = new LinkedBlockingQueue<>();
    Runnable end = endpoints.watch(EndpointKind.READINESS, SOON).add(told::add);
    for (int i = 0; i < 20; i++) {
      assertThat(next(told).passes()).isTrue();
      queue = Health.down();
      assertThat(next(told).passes()).isFalse();
      queue = i % 2 == 0 ? Health.degraded() : Health.up();
    }
    assertThat(next(told).passes()).isTrue();
    queue = Health.degraded();
    awaitLooks(10);
    assertThat(told).isEmpty();
    end.run();
  }

  @Test
  void tellsWhoComesLaterAtOnce() throws Exception {
    ProbeWatch watch = endpoints.watch(EndpointKind.READINESS, "queue", NEVER);
    BlockingQueue<ProbeReport> first = new LinkedBlockingQueue<>();
    watch.add(first::add);
    assertThat(next(first).checks()).hasSize(1);
    queue = Health.down();
    BlockingQueue<ProbeReport> second = new LinkedBlockingQueue<>();
    watch.add(second::add);
    assertThat(next(second).passes()).isFalse();
    assertThat(next(first).passes()).isFalse();
  }

  @Test
  void looksByItselfWhenTheApplicationStops() throws Exception {
    started = false;
    BlockingQueue<ProbeReport> early = new LinkedBlockingQueue<>();
    ProbeWatch watch = endpoints.watch(EndpointKind.READINESS, NEVER);
    watch.add(early::add);
    assertThat(next(early).checks().get(0).name()).isEqualTo("startup");
    started = true;
    BlockingQueue<ProbeReport> late = new LinkedBlockingQueue<>();
    watch.add(late::add);
    assertThat(next(late).passes()).isTrue();
    endpoints.stopping();
    assertThat(next(late).checks().get(0).name()).isEqualTo("shutdown");
  }

  @Test
  void asksNothingWhenNobodyWatches() throws Exception {
    ProbeWatch watch = endpoints.watch(EndpointKind.READINESS, SOON);
    BlockingQueue<ProbeReport> told = new LinkedBlockingQueue<>();
    Runnable one = watch.add(told::add);
    Runnable other = watch.add(report -> {});
    next(told);
    one.run();
    one.run();
    awaitLooks(10);
    other.run();
    awaitAnswer(
        true,
        () -> {
          int before = asked.get();
          TimeUnit.MILLISECONDS.sleep(SOON.toMillis() * 20);
          return asked.get() == before;
        });
    int before = asked.get();
    TimeUnit.MILLISECONDS.sleep(SOON.toMillis() * 20);
    assertThat(asked).hasValue(before);
    watch.add(told::add);
    assertThat(next(told).passes()).isTrue();
    awaitLooks(10);
  }

  @Test
  void goesOnForOthersWhenOneFails() throws Exception {
    ProbeWatch watch = endpoints.watch(EndpointKind.READINESS, SOON);
    BlockingQueue<ProbeReport> told = new LinkedBlockingQueue<>();
    watch.add(
        report -> {
          throw new IllegalStateException("no");
        });
    watch.add(told::add);
    assertThat(next(told).passes()).isTrue();
    queue = Health.down();
    assertThat(next(told).passes()).isFalse();
    assertThat(log.lines()).anyMatch(line -> line.contains("A watcher of a probe failed."));
  }

  @Test
  void canBeEndedByWhoIsTold() throws Exception {
    ProbeWatch watch = endpoints.watch(EndpointKind.READINESS, NEVER);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Runnable> end = new AtomicReference<>();
    // The first report may come before there is anything to end.
    end.set(
        watch.add(
            report -> {
              if (!report.passes()) {
                end.get().run();
                ended.countDown();
              }
            }));
    queue = Health.down();
    watch.look();
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void refusesAPeriodThatIsNone(Duration period) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoints.watch(EndpointKind.READINESS, period))
        .withMessage("period " + period + " is not more than 0");
  }

  private void awaitLooks(int more) throws Exception {
    int until = asked.get() + more;
    assertThat(awaitAnswer(true, () -> asked.get() >= until)).isTrue();
  }

  private static ProbeReport next(BlockingQueue<ProbeReport> told) throws InterruptedException {
    ProbeReport report = told.poll(30, TimeUnit.SECONDS);
    assertThat(report).isNotNull();
    return report;
  }
}
