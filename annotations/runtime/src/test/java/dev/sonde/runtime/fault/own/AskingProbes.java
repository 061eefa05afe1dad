package dev.sonde.runtime.fault.own;

import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthListener;
import dev.sonde.runtime.HealthRequest;
import dev.sonde.runtime.HealthResponse;
import dev.sonde.runtime.fault.FaultScenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The three probes, asked at once, with checks of all kinds: quick, cached, in the background,
 * throwing, and one that always answers too late.
 */
public final class AskingProbes implements FaultScenario {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Executor LATE = CompletableFuture.delayedExecutor(90, TimeUnit.MILLISECONDS);

  private final List<HealthRequest> requests =
      Stream.of("/startedz", "/livez", "/readyz").map(HealthRequest::get).toList();
  private HealthEndpoints endpoints = HealthEndpoints.builder("none").build();

  @Override
  public void start() {
    Check shared = Check.bool("shared", () -> true);
    endpoints =
        HealthEndpoints.builder("faulty", 8081)
            .startup("/startedz", TIMEOUT, List.of(shared))
            .liveness(
                "/livez",
                TIMEOUT,
                List.of(
                    Check.bool("no", () -> false),
                    Check.async("late", () -> CompletableFuture.supplyAsync(Health::up, LATE))
                        .deadline(Duration.ofMillis(60))))
            .readiness(
                "/readyz",
                TIMEOUT,
                List.of(
                    shared,
                    Check.bool("cached", () -> true).cachedFor(Duration.ofMillis(20)),
                    Check.bool("background", () -> true).every(Duration.ofMillis(20))))
            .listener(new HealthListener() {})
            .build();
  }

  @Override
  public String ask() throws Exception {
    List<CompletableFuture<HealthResponse>> answers = new ArrayList<>();
    for (HealthRequest request : requests) {
      answers.add(endpoints.respondLater(request).toCompletableFuture());
    }
    List<String> all = new ArrayList<>();
    for (CompletableFuture<HealthResponse> answer : answers) {
      try {
        all.add(answer.get(10, TimeUnit.SECONDS).bodyText());
      } catch (TimeoutException never) {
        return MUTE;
      }
    }
    return all.toString();
  }

  @Override
  public void stop() {}
}
