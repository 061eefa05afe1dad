package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.EndpointKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckOverridesTest {

  private static final CheckOverride NOTHING = override(true, Set.of());

  private final AtomicInteger asked = new AtomicInteger();
  private final Check database = Check.bool("database", () -> asked.incrementAndGet() < 0);
  private final Check loop = Check.bool("loop", () -> true);

  private static CheckOverride override(boolean enabled, Set<EndpointKind> probes) {
    return new CheckOverride(
        enabled,
        probes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private HealthEndpoints overridden(String name, CheckOverride override) {
    return HealthEndpoints.builder("orders", 8081)
        .liveness("/livez", Duration.ofSeconds(1), List.of(loop))
        .readiness("/readyz", Duration.ofSeconds(1), List.of(database, loop))
        .override(Map.of(name, override))
        .build();
  }

  private static int status(HealthEndpoints endpoints, String path) {
    return endpoints.respond(HealthRequest.get(path)).status();
  }

  @Test
  void switchesACheckOff() {
    HealthEndpoints endpoints = overridden("database", override(false, Set.of()));
    assertThat(endpoints.checkNames(EndpointKind.READINESS)).containsExactly("loop");
    assertThat(status(endpoints, "/readyz")).isEqualTo(200);
    assertThat(asked).hasValue(0);
  }

  @Test
  void hyphensAndCapitalsOfNamesDoNotCount() {
    Check waiting = Check.bool("waiting-room-hasRoom", () -> false);
    HealthEndpointsBuilder builder =
        HealthEndpoints.builder("clinic", 8081)
            .readiness("/readyz", Duration.ofSeconds(1), List.of(waiting));
    CheckOverride off = override(false, Set.of());
    assertThat(
            status(builder.copy().override(Map.of("WAITINGROOMHASROOM", off)).build(), "/readyz"))
        .isEqualTo(200);
    // What is written exactly counts more than what is alike.
    Map<String, CheckOverride> both =
        Map.of("waitingroomhasroom", off, "waiting-room-hasRoom", NOTHING);
    assertThat(status(builder.copy().override(both).build(), "/readyz")).isEqualTo(503);
  }

  @Test
  void movesACheckToAnotherProbe() {
    HealthEndpoints endpoints =
        overridden("database", override(true, Set.of(EndpointKind.LIVENESS)));
    assertThat(endpoints.checkNames(EndpointKind.READINESS)).containsExactly("loop");
    assertThat(endpoints.checkNames(EndpointKind.LIVENESS)).containsExactly("loop", "database");
    assertThat(status(endpoints, "/readyz")).isEqualTo(200);
    assertThat(status(endpoints, "/livez")).isEqualTo(503);
  }

  @Test
  void makesACheckOptional() {
    HealthEndpoints endpoints =
        overridden(
            "database",
            new CheckOverride(
                true,
                Set.of(),
                Optional.of(false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(status(endpoints, "/readyz")).isEqualTo(200);
  }

  @Test
  void keepsAnswersForAWhile() {
    HealthEndpoints endpoints = overridden("database", cached(Duration.ofHours(1)));
    status(endpoints, "/readyz");
    status(endpoints, "/readyz");
    assertThat(asked).hasValue(1);
  }

  private static CheckOverride cached(Duration age) {
    return new CheckOverride(
        true,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(age),
        Optional.empty(),
        Optional.of(1));
  }

  /** A configuration may ask in the background what was declared as cached. */
  @Test
  void replacesOneWayOfKeepingAnswersByTheOther() {
    CheckOverride background =
        new CheckOverride(
            true,
            Set.of(),
            Optional.empty(),
            Optional.of(Duration.ofMillis(300)),
            Optional.empty(),
            Optional.of(Duration.ofHours(1)),
            Optional.empty());
    HealthEndpoints endpoints =
        HealthEndpoints.builder("orders", 8081)
            .readiness(
                "/readyz", Duration.ofSeconds(1), List.of(database.cachedFor(Duration.ofDays(1))))
            .override(Map.of("database", background))
            .build();
    assertThat(status(endpoints, "/readyz")).isEqualTo(503);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "databse",
            NOTHING,
            "there is no check \"databse\" to change; available: database, loop"),
        Arguments.of(
            "database",
            override(true, Set.of(EndpointKind.STARTUP)),
            "check \"database\" cannot move to startup: there is no such probe"),
        Arguments.of(
            "database",
            cached(Duration.ZERO),
            "check \"database\": cache time PT0S is not more than 0"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void refusesWhatCannotBe(String name, CheckOverride override, String message) {
    assertThatThrownBy(() -> overridden(name, override))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void addsAChecksOfAFrameworkOnlyWhereThereIsAProbe() {
    HealthEndpointsBuilder builder = overridden("loop", NOTHING).toBuilder();
    builder.check(EndpointKind.READINESS, Check.bool("mail", () -> true));
    builder.check(EndpointKind.STARTUP, Check.bool("mail", () -> true));
    HealthEndpoints endpoints = builder.build();
    assertThat(endpoints.paths()).containsOnlyKeys(EndpointKind.LIVENESS, EndpointKind.READINESS);
    assertThat(endpoints.checkNames(EndpointKind.READINESS))
        .containsExactly("database", "loop", "mail");
    assertThat(endpoints.checkNames(EndpointKind.STARTUP)).isEmpty();
    assertThatThrownBy(() -> builder.check(EndpointKind.READINESS, loop))
        .hasMessage("two checks of one probe are called \"loop\"");
  }

  @Test
  void asksASingleCheck() {
    HealthEndpoints endpoints = overridden("loop", NOTHING);
    assertThat(ask(endpoints, "loop"))
        .extracting(CheckReport::name, CheckReport::status)
        .containsExactly("loop", Health.Status.UP);
    assertThat(asked).hasValue(0);
    assertThat(
            endpoints.ask(EndpointKind.READINESS, "nothing").toCompletableFuture().join().checks())
        .isEmpty();
  }

  private static CheckReport ask(HealthEndpoints endpoints, String check) {
    return endpoints
        .ask(EndpointKind.READINESS, check)
        .toCompletableFuture()
        .join()
        .checks()
        .get(0);
  }

  @Test
  void tellsWhenAProbeBeginsToFailAndPassesAgain() {
    List<String> told = new ArrayList<>();
    ProbeStateListener listener =
        new ProbeStateListener(Set.of("ignored"), (kind, passes) -> told.add(kind + " " + passes));
    change(listener, "database", Health.down());
    change(listener, "queue", Health.down());
    change(listener, "ignored", Health.down());
    change(listener, "database", Health.up());
    change(listener, "queue", Health.degraded());
    assertThat(told).containsExactly("READINESS false", "READINESS true");
  }

  private static void change(HealthListener listener, String check, Health health) {
    listener.changed(
        new CheckId("orders", List.of(EndpointKind.READINESS), check),
        new CheckReport(check, health, true, Optional.empty(), Duration.ZERO, Duration.ZERO),
        Optional.empty());
  }
}
