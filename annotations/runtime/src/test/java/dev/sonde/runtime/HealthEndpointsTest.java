package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.health.Health;
import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthEndpointsTest {

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static HealthEndpoints readiness(Check... checks) {
    return HealthEndpoints.builder("orders", 8081)
        .readiness("/readyz", Duration.ofSeconds(30), List.of(checks))
        .build();
  }

  private static HealthResponse ask(Check... checks) {
    return readiness(checks).respond(HealthRequest.get("/readyz"));
  }

  private static HealthResponse request(String method, String path) {
    return readiness(Check.bool("queue", () -> true))
        .respond(new HealthRequest(method, path, "", ""));
  }

  @Test
  void answersUpWithEachCheckByNameInTheOrderGiven() {
    HealthResponse response =
        ask(
            Check.bool("queue", () -> true),
            Check.throwing("database", () -> {}),
            Check.health("cache", Health::degraded));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.bodyText())
        .isEqualTo(
            "{\"status\":\"UP\",\"checks\":["
                + "{\"name\":\"queue\",\"status\":\"UP\"},"
                + "{\"name\":\"database\",\"status\":\"UP\"},"
                + "{\"name\":\"cache\",\"status\":\"UP\"}]}");
    assertThat(response.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Content-Length", Integer.toString(response.body().length))
        .containsEntry("Cache-Control", "no-store");
  }

  @Test
  void answersDownWhenOneCheckIsDownAndTellsNothingButItsName() {
    HealthResponse response =
        ask(
            Check.bool("queue", () -> true),
            Check.throwing(
                "database",
                () -> {
                  throw new IllegalStateException("no route to db-1.internal");
                }),
            Check.health("cache", () -> Health.down().with("host", "cache-7")));

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.bodyText())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":["
                + "{\"name\":\"queue\",\"status\":\"UP\"},"
                + "{\"name\":\"database\",\"status\":\"DOWN\"},"
                + "{\"name\":\"cache\",\"status\":\"DOWN\"}]}");
  }

  @Test
  void answersUpWhenThereIsNothingToCheck() {
    assertThat(ask().bodyText()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
    assertThat(ask().status()).isEqualTo(200);
  }

  @Test
  void escapesNamesInJson() {
    assertThat(ask(Check.bool("a \"b\" \\ \n \u0001 é \ud800", () -> true)).bodyText())
        .contains("\"a \\\"b\\\" \\\\ \\n \\u0001 é \\ud800\"");
  }

  @Test
  void answersHeadLikeGetWithoutTheBody() {
    HealthResponse get = request("GET", "/readyz");
    HealthResponse head = request("HEAD", "/readyz");

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.headers()).isEqualTo(get.headers());
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""})
  void refusesOtherMethodsThanGetAndHead(String method) {
    HealthResponse response = request(method, "/readyz");

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("Allow", "GET, HEAD");
  }

  @ParameterizedTest
  @CsvSource({
    "/readyz, 200", "/%72eadyz, 200", "/, 404", "/readyz/, 404", "/livez, 404", "/READYZ, 404",
    "/ready%2, 400", "/ready%zz, 400", "/%ff, 400", "readyz, 400", "'', 400", "*, 400"
  })
  void knowsItsPaths(String path, int status) {
    assertThat(request("GET", path).status()).isEqualTo(status);
  }

  @Test
  void namesThePathsThatThereAreWhenAskedForAnother() {
    assertThat(request("GET", "/health").bodyText())
        .isEqualTo("No such health endpoint; available: /readyz.\n");
  }

  @ParameterizedTest
  @CsvSource({"1000, 800", "2000, 1600", "2500, 2000", "3000, 2500", "60000, 59500", "1, 1"})
  void leavesAFifthOfTheTimeoutButAtMostHalfASecond(long timeoutMillis, long deadlineMillis) {
    assertThat(HealthEndpoints.deadline(Duration.ofMillis(timeoutMillis)))
        .isCloseTo(Duration.ofMillis(deadlineMillis), Duration.ofMillis(1));
  }

  @Test
  void refusesWhatCannotBeServed() {
    HealthEndpointsBuilder builder =
        HealthEndpoints.builder("orders", 8081).liveness("/livez", SECOND, List.of());
    Check queue = Check.bool("queue", () -> true);

    assertThatThrownBy(() -> builder.liveness("/live", SECOND, List.of()))
        .hasMessage("a container has one liveness probe");
    assertThatThrownBy(() -> builder.readiness("/livez", SECOND, List.of()))
        .hasMessage("path \"/livez\" belongs to another probe already");
    assertThatThrownBy(() -> builder.readiness("readyz", SECOND, List.of()))
        .hasMessage("path \"readyz\" does not start with /");
    assertThatThrownBy(() -> builder.readiness("/readyz", Duration.ZERO, List.of()))
        .hasMessage("timeout PT0S is not more than 0");
    assertThatThrownBy(() -> builder.readiness("/readyz", SECOND, List.of(queue, queue)))
        .hasMessage("two checks of one probe are called \"queue\"");
    assertThatThrownBy(() -> Check.bool(" ", () -> true)).hasMessage("a check needs a name");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 65536})
  void refusesPortsOutOfRange(int port) {
    assertThatThrownBy(() -> HealthEndpoints.builder("orders", port))
        .hasMessage("port " + port + " is outside 1..65535");
  }
}
