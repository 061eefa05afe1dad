package dev.sonde.runtime;

import static dev.sonde.runtime.testing.Eventually.awaitAnswer;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.health.Health;
import dev.sonde.runtime.testing.CapturedLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks that Reactor's and Mutiny's publishers answer, and publishers that keep to no rule. */
@Timeout(60)
class PublisherChecksTest {

  private static final HealthRequest READYZ = HealthRequest.get("/readyz");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Exception BROKEN = new Exception("broken");

  @RegisterExtension final CapturedLog log = new CapturedLog();

  static Stream<Arguments> answers() {
    return Stream.of(
        up("Mono of true", bool(() -> flow(Mono.just(true)))),
        up("Flux of true", bool(() -> flow(Flux.just(true)))),
        up("Uni of true", bool(() -> Uni.createFrom().item(true).convert().toPublisher())),
        up("Multi of true", bool(() -> Multi.createFrom().item(true))),
        up("Mono of up", health(() -> flow(Mono.just(Health.up())))),
        up("Uni of up", health(() -> Uni.createFrom().item(Health.up()).convert().toPublisher())),
        up("Mono of nothing", nothing(() -> flow(Mono.empty()))),
        up("Uni of nothing", nothing(() -> Uni.createFrom().voidItem().convert().toPublisher())),
        up("Mono on a thread", bool(() -> flow(Mono.delay(Duration.ofMillis(1)).thenReturn(true)))),
        down("Mono of false", bool(() -> flow(Mono.just(false))), ""),
        down("Mono of down", health(() -> flow(Mono.just(Health.down()))), ""),
        down("empty Mono", bool(() -> flow(Mono.empty())), "without an answer"),
        down("empty Mono of health", health(() -> flow(Mono.empty())), "without an answer"),
        down(
            "Uni of null",
            bool(() -> Uni.createFrom().<Boolean>nullItem().convert().toPublisher()),
            "without an answer"),
        down("empty Multi", bool(() -> Multi.createFrom().empty()), "without an answer"),
        down("failed Mono", bool(() -> flow(Mono.error(BROKEN))), "broken"),
        down("failed Mono of nothing", nothing(() -> flow(Mono.error(BROKEN))), "broken"),
        down(
            "failed Uni",
            bool(() -> Uni.createFrom().<Boolean>failure(BROKEN).convert().toPublisher()),
            "broken"),
        down("error behind an answer", bool(() -> flow(trueThen(Mono.error(BROKEN)))), "broken"),
        down("two answers", bool(() -> flow(Flux.just(true, true))), "more than one answer"),
        down("two of a Multi", bool(() -> Multi.createFrom().items(true, true)), "more than one"),
        down("endless", bool(() -> flow(Flux.just(true).repeat())), "more than one answer"),
        down("no publisher", bool(() -> null), "returned null"),
        down("throws", bool(PublisherChecksTest::refuse), "broken"),
        down("null for an element", bool(() -> rude(it -> it.onNext(null))), ""),
        down("null for an error", bool(() -> rude(it -> it.onError(null))), "failed with null"),
        down("throws on subscription", bool(() -> rude(it -> fail())), "refused"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void answers(String publisher, Check check, int status, String why) throws Exception {
    HealthResponse response = readiness(LONG, check).respond(READYZ);

    assertThat(response.status()).isEqualTo(status);
    if (status == 503) {
      // awaited without a reason too, or the line arrives in the next test
      log.awaitLines(1);
    }
    if (!why.isEmpty()) {
      assertThat(log.records().get(0).getThrown()).hasMessageContaining(why);
    }
  }

  static Stream<Arguments> silent() {
    return Stream.of(
        Arguments.of("Mono", cancellable(it -> flow(Mono.<Boolean>never().doOnCancel(it)))),
        Arguments.of(
            "an answer without an end",
            cancellable(it -> flow(trueThen(Mono.<Boolean>never()).doOnCancel(it)))),
        Arguments.of(
            "Uni",
            cancellable(
                it ->
                    Uni.createFrom()
                        .<Boolean>nothing()
                        .onCancellation()
                        .invoke(it)
                        .convert()
                        .toPublisher())),
        Arguments.of(
            "Multi",
            cancellable(it -> Multi.createFrom().<Boolean>nothing().onCancellation().invoke(it))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silent")
  void cancelsWhatGivesNoAnswerInTime(String publisher, Cancellable source) throws Exception {
    HealthResponse response = readiness(SHORT, bool(source)).respond(READYZ);

    assertThat(response.status()).isEqualTo(503);
    assertThat(source.cancelled.await(30, SECONDS)).isTrue();
    log.awaitLines(1);
    assertThat(log.records().get(0).getThrown()).hasMessageContaining("no answer after");
  }

  @Test
  void asksAgainWhatWasCancelled() throws Exception {
    AtomicBoolean lost = new AtomicBoolean(true);
    Mono<Boolean> answer = Mono.defer(() -> lost.get() ? Mono.never() : Mono.just(true));
    HealthEndpoints endpoints = readiness(SHORT, bool(() -> flow(answer)));

    assertThat(endpoints.respond(READYZ).status()).isEqualTo(503);
    lost.set(false);

    assertThat(awaitAnswer(200, () -> endpoints.respond(READYZ).status())).isEqualTo(200);
  }

  @Test
  void leavesAloneForAWhileWhatWasCancelled() {
    AtomicInteger starts = new AtomicInteger();
    Mono<Boolean> never = Mono.<Boolean>never().doOnSubscribe(it -> starts.incrementAndGet());
    HealthEndpoints endpoints = readiness(Duration.ofSeconds(3), bool(() -> flow(never)));

    for (int i = 0; i < 20; i++) {
      assertThat(endpoints.respond(READYZ).status()).isEqualTo(503);
    }

    assertThat(starts).hasValue(1);
  }

  @Test
  void cancelsAfterItsOwnDeadlineThoughTheProbeWaitsNoLonger() throws Exception {
    Cancellable never = cancellable(it -> flow(Mono.<Boolean>never().doOnCancel(it)));
    HealthEndpoints endpoints = readiness(SHORT, bool(never).deadline(Duration.ofSeconds(1)));

    assertThat(
            awaitAnswer(
                0L,
                () -> {
                  assertThat(endpoints.respond(READYZ).status()).isEqualTo(503);
                  return never.cancelled.getCount();
                }))
        .isZero();
  }

  @Test
  void answersInTimeWhereSubscribingAndCancellingHang() throws Exception {
    AtomicInteger starts = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    Check hangsThere = bool(() -> hanging(starts, release));
    Check hangsAfter =
        Check.publishedBool(
            "after", () -> flow(Mono.<Boolean>never().doOnCancel(() -> wait(release))));
    HealthEndpoints endpoints =
        readiness(SHORT, hangsThere, hangsAfter, Check.bool("other", () -> true));

    try {
      for (int i = 0; i < 10; i++) {
        HealthResponse response = endpoints.respond(READYZ);
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.bodyText()).contains("{\"name\":\"other\",\"status\":\"UP\"}");
      }
      assertThat(starts).hasValue(1);
    } finally {
      release.countDown();
    }
  }

  @Test
  void takesTheFirstOfTwoSubscriptions() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Flow.Publisher<Boolean> twice =
        subscriber -> {
          subscriber.onSubscribe(subscription(() -> {}));
          subscriber.onSubscribe(subscription(() -> cancelled.set(true)));
          subscriber.onNext(true);
          subscriber.onComplete();
        };

    assertThat(readiness(LONG, bool(() -> twice)).respond(READYZ).status()).isEqualTo(200);
    assertThat(cancelled).isTrue();
  }

  @Test
  void isWellWhenAStageOfAnythingCompletes() {
    assertThat(status(Check.asyncVoid("it", () -> CompletableFuture.completedFuture(null))))
        .isEqualTo(200);
    assertThat(status(Check.asyncVoid("it", () -> CompletableFuture.completedFuture("text"))))
        .isEqualTo(200);
    assertThat(status(Check.asyncVoid("it", () -> CompletableFuture.failedFuture(BROKEN))))
        .isEqualTo(503);
    assertThat(status(Check.asyncVoid("it", () -> null))).isEqualTo(503);
  }

  @Test
  void cancelsOnlyThoseStagesThatItMayCancel() throws Exception {
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    CompletableFuture<Boolean> others = new CompletableFuture<>();
    HealthEndpoints endpoints =
        readiness(
            SHORT,
            Check.asyncBool("own", () -> own).cancelledWhenLate().named("renamed"),
            Check.asyncBool("others", () -> others));

    assertThat(endpoints.respond(READYZ).status()).isEqualTo(503);

    assertThat(awaitAnswer(true, own::isCancelled)).isTrue();
    assertThat(others).isNotDone();
  }

  private static int status(Check check) {
    return readiness(LONG, check).respond(READYZ).status();
  }

  private static HealthEndpoints readiness(Duration timeout, Check... checks) {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", timeout, List.of(checks))
        .build();
  }

  private static Check bool(Callable<Flow.Publisher<Boolean>> question) {
    return Check.publishedBool("it", question);
  }

  private static Check health(Callable<Flow.Publisher<Health>> question) {
    return Check.published("it", question);
  }

  private static Check nothing(Callable<Flow.Publisher<Void>> question) {
    return Check.publishedVoid("it", question);
  }

  private static <T> Flow.Publisher<T> flow(Publisher<T> publisher) {
    return FlowAdapters.toFlowPublisher(publisher);
  }

  private static Flux<Boolean> trueThen(Publisher<Boolean> next) {
    return Flux.concat(Mono.just(true), next);
  }

  private static Flow.Publisher<Boolean> refuse() throws Exception {
    throw BROKEN;
  }

  private static void fail() {
    throw new IllegalStateException("refused");
  }

  /** A publisher that subscribes properly, and then does something that it must not. */
  private static Flow.Publisher<Boolean> rude(Consumer<Flow.Subscriber<? super Boolean>> rudeness) {
    return subscriber -> {
      subscriber.onSubscribe(subscription(() -> {}));
      rudeness.accept(subscriber);
      subscriber.onComplete();
    };
  }

  private static Flow.Publisher<Boolean> hanging(AtomicInteger starts, CountDownLatch release) {
    return subscriber -> {
      starts.incrementAndGet();
      wait(release);
    };
  }

  private static void wait(CountDownLatch release) {
    boolean released = false;
    while (!released) {
      try {
        released = release.await(40, SECONDS);
      } catch (InterruptedException stubborn) {
        released = false;
      }
    }
  }

  private static Flow.Subscription subscription(Runnable cancelled) {
    return new Flow.Subscription() {
      @Override
      public void request(long number) {}

      @Override
      public void cancel() {
        cancelled.run();
      }
    };
  }

  /** Makes a publisher that tells when its subscription was cancelled. */
  private record Cancellable(
      CountDownLatch cancelled, Function<Runnable, Flow.Publisher<Boolean>> make)
      implements Callable<Flow.Publisher<Boolean>> {
    @Override
    public Flow.Publisher<Boolean> call() {
      return make.apply(cancelled::countDown);
    }
  }

  private static Cancellable cancellable(Function<Runnable, Flow.Publisher<Boolean>> make) {
    return new Cancellable(new CountDownLatch(1), make);
  }

  private static Arguments up(String publisher, Check check) {
    return Arguments.of(publisher, check, 200, "");
  }

  private static Arguments down(String publisher, Check check, String why) {
    return Arguments.of(publisher, check, 503, why);
  }
}
