package com.acme;

import com.acme.stock.Shelves;
import com.acme.stock.ShelvesHealthBridge;
import com.acme.stock.StockHealthBridge;
import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;
import org.reactivestreams.FlowAdapters;

/**
 * The health endpoints that the probes ask. Thread-safe.
 *
 * <ul>
 *   <li>readiness is asked every 20 s, and waits 20 s for an answer. It fails after 3 failures in a row.
 * </ul>
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class ReactiveHealth implements ContainerHealth {
  /**
   * The port that the probes ask.
   */
  public static final int PORT = 8274;

  private final HealthEndpoints endpoints;

  /**
   * Prepares the endpoints; nothing is asked before a request comes.
   */
  public ReactiveHealth(Reactive.Mutiny mutiny, Reactive.Plain plain, Reactive.Reactor reactor,
      Reactive.Scope scope_, Map<String, Reactive.Store> storeByName, Shelves shelves,
      StockHealthBridge stockHealthBridge) {
    this.endpoints = HealthEndpoints.builder("reactive", PORT)
        .readiness("/readyz", Duration.ofSeconds(20), Check.all(
            List.of(
                Check.async("mutiny-health", () -> mutiny.health().subscribeAsCompletionStage()).cancelledWhenLate(),
                Check.asyncVoid("mutiny-nothing", () -> mutiny.nothing().subscribeAsCompletionStage()).cancelledWhenLate(),
                Check.publishedBool("mutiny-stream", mutiny::stream),
                Check.asyncBool("mutiny-unknown", () -> mutiny.unknown().subscribeAsCompletionStage()).cancelledWhenLate(),
                Check.asyncBool("mutiny-yes", () -> mutiny.yes().subscribeAsCompletionStage()).cancelledWhenLate(),
                Check.asyncVoid("plain-ended", plain::ended),
                Check.published("plain-published", plain::published),
                Check.published("reactor-health", () -> FlowAdapters.toFlowPublisher(reactor.health())),
                Check.publishedVoid("reactor-nothing", () -> FlowAdapters.toFlowPublisher(reactor.nothing())),
                Check.publishedBool("reactor-published", () -> FlowAdapters.toFlowPublisher(Reactive.Reactor.published())),
                Check.publishedBool("reactor-two", () -> FlowAdapters.toFlowPublisher(reactor.two())),
                Check.publishedBool("reactor-yes", () -> FlowAdapters.toFlowPublisher(reactor.yes())),
                Check.asyncBool("scope-at-once", () -> FutureKt.<Boolean>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
                    (scope, continuation) -> scope_.atOnce(continuation))).cancelledWhenLate(),
                Check.asyncBool("scope-fails", () -> FutureKt.<Boolean>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
                    (scope, continuation) -> scope_.fails(continuation))).cancelledWhenLate().deadline(Duration.ofMillis(10000L)),
                Check.async("scope-later", () -> FutureKt.<Health>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
                    (scope, continuation) -> scope_.later(continuation))).cancelledWhenLate(),
                Check.asyncBool("scope-of-nobody", () -> FutureKt.<Boolean>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
                    (scope, continuation) -> Reactive.Scope.ofNobody(continuation))).cancelledWhenLate(),
                Check.asyncVoid("scope-unit", () -> FutureKt.<Object>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
                    (scope, continuation) -> scope_.unit(continuation))).cancelledWhenLate(),
                Check.publishedBool("shelves-full", new ShelvesHealthBridge(shelves)::full),
                Check.asyncBool("stock-counted", StockHealthBridge::counted).cancelledWhenLate(),
                Check.publishedBool("stock-mono", stockHealthBridge::mono),
                Check.publishedBool("stock-multi", stockHealthBridge::multi),
                Check.publishedVoid("stock-nothing", stockHealthBridge::nothing),
                Check.asyncVoid("stock-stage", stockHealthBridge::stage),
                Check.asyncVoid("stock-suspends", stockHealthBridge::suspends).cancelledWhenLate(),
                Check.asyncVoid("stock-uni", stockHealthBridge::uni).cancelledWhenLate()),
            Check.each(storeByName, "store-open",
                (checkName, each) -> Check.publishedBool(checkName, () -> FlowAdapters.toFlowPublisher(each.open()))),
            Check.each(storeByName, "store-suspends",
                (checkName, each) -> Check.asyncBool(checkName, () -> FutureKt.<Boolean>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
                    (scope, continuation) -> each.suspends(continuation))).cancelledWhenLate())))
        .build();
  }

  /**
   * {@return the endpoints without a server, for a server of your own}
   */
  @Override
  public HealthEndpoints endpoints() {
    return endpoints;
  }

  /**
   * Serves the endpoints on {@link #PORT} of all addresses, until the server is closed.
   *
   * @return the server, which is listening
   * @throws IOException if the port cannot be had
   */
  public HealthServer start() throws IOException {
    return HealthServer.start(endpoints);
  }
}
