package dev.sonde.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.health.Health;
import dev.sonde.runtime.answer.AnswerFormat;
import dev.sonde.runtime.answer.CheckReport;
import dev.sonde.runtime.answer.Detail;
import dev.sonde.runtime.answer.EndpointKind;
import dev.sonde.runtime.testing.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AnswersTest {

  private static final String ACTUATOR = "application/vnd.spring-boot.actuator.v3+json";

  @RegisterExtension final CapturedLog log = new CapturedLog();

  private final CompletableFuture<Health> never = new CompletableFuture<>();

  private HealthEndpointsBuilder builder() {
    return HealthEndpoints.builder("orders", 8081)
        .readiness(
            "/readyz",
            Duration.ofSeconds(50),
            List.of(
                Check.bool("queue", () -> true),
                Check.async("hung", () -> never).deadline(Duration.ofMillis(50)),
                Check.health("a b/c", () -> Health.up().with("host", "db-1"))));
  }

  private HealthResponse get(String path, String query, String accept) {
    return builder().build().respond(new HealthRequest("GET", path, query, accept));
  }

  private static AnswerFormat formatOf(HealthEndpoints endpoints, String query, String accept) {
    HealthResponse response =
        endpoints.respond(new HealthRequest("GET", "/readyz/queue", query, accept));
    assertThat(response.status()).isEqualTo(200);
    for (AnswerFormat format : AnswerFormat.values()) {
      if (format.contentType().equals(response.headers().get("Content-Type"))) {
        return format;
      }
    }
    throw new AssertionError(response.headers());
  }

  @ParameterizedTest
  @CsvSource({
    "'', MICROPROFILE",
    "*/*, MICROPROFILE",
    "application/json, MICROPROFILE",
    "application/*, MICROPROFILE",
    "APPLICATION/JSON, MICROPROFILE",
    ACTUATOR + ", SPRING_ACTUATOR",
    "application/health+json, HEALTH_JSON",
    "text/plain, KUBERNETES_TEXT",
    "text/*, KUBERNETES_TEXT",
    "'text/html, application/xhtml+xml, */*;q=0.8', MICROPROFILE",
    "'text/plain;q=0.5, application/health+json;q=0.7', HEALTH_JSON",
    "'application/health+json;q=0.7, text/plain;charset=utf-8;q=0.9', KUBERNETES_TEXT",
    "'text/plain;q=0, */*;q=0.1', MICROPROFILE",
    "image/png, MICROPROFILE",
    "'text/plain;q=nonsense', MICROPROFILE",
    "',;,', MICROPROFILE",
  })
  void choosesTheFormatByAccept(String accept, AnswerFormat format) {
    assertThat(formatOf(builder().build(), "", accept)).isEqualTo(format);
  }

  @Test
  void answersInThePreferredFormatAlsoWhoeverAsksForJson() {
    HealthEndpoints spring = builder().format(AnswerFormat.SPRING_ACTUATOR).build();

    assertThat(formatOf(spring, "", "*/*")).isEqualTo(AnswerFormat.SPRING_ACTUATOR);
    assertThat(formatOf(spring, "", "application/json")).isEqualTo(AnswerFormat.SPRING_ACTUATOR);
    assertThat(formatOf(spring, "", "text/plain")).isEqualTo(AnswerFormat.KUBERNETES_TEXT);
  }

  @Test
  void answersInTheOnlyFormatWhateverIsAskedFor() {
    HealthEndpoints fixed = builder().onlyFormat(AnswerFormat.HEALTH_JSON).build();

    assertThat(formatOf(fixed, "verbose", "text/plain")).isEqualTo(AnswerFormat.HEALTH_JSON);
  }

  @Test
  void verboseMeansTextUnlessAnotherFormatIsNamed() {
    assertThat(formatOf(builder().build(), "verbose", "*/*"))
        .isEqualTo(AnswerFormat.KUBERNETES_TEXT);
    assertThat(formatOf(builder().build(), "verbose", "application/health+json"))
        .isEqualTo(AnswerFormat.HEALTH_JSON);
    assertThat(formatOf(builder().build(), "verbose=false", "*/*"))
        .isEqualTo(AnswerFormat.MICROPROFILE);
  }

  @Test
  void leavesOutWhatIsExcludedAndDoesNotWaitForIt() {
    HealthResponse response = get("/readyz", "verbose&exclude=hung&exclude=nothing", "");

    assertThat(response)
        .hasToString(
            "200 [+]queue ok\n[+]a b/c ok\n[+]hung excluded: ok\n"
                + "warn: there is no check \"nothing\"\nreadyz check passed\n");
  }

  @ParameterizedTest
  @CsvSource({
    "a%0a%5b%2b%5ddatabase%20ok, 'a\\n[+]database ok'",
    "a%0d%09b, 'a\\r\\tb'",
    "%22%5c, '\\\"\\\\'",
    "%1b%5b31m, \\u001b[31m",
    "%e2%80%ae%c2%85%e2%80%a8, \\u202e\\u0085\\u2028",
    "%f3%a0%80%81, \\U000e0001",
    "%c3%bc%f0%9f%98%80, \u00fc\ud83d\ude00",
  })
  void repeatsNoLineBreakOrEscapeOfTheAsker(String sent, String told) {
    HealthResponse response = get("/readyz", "verbose&exclude=hung&exclude=" + sent, "");

    assertThat(response.bodyText().lines().toList())
        .hasSize(5)
        .contains("warn: there is no check \"" + told + "\"");
    assertThat(response.headers()).containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void excludesByPercentEncodedName() {
    assertThat(get("/readyz", "exclude=hung&exclude=a%20b/c", ""))
        .hasToString("200 {\"status\":\"UP\",\"checks\":[{\"name\":\"queue\",\"status\":\"UP\"}]}");
  }

  @Test
  void asksASingleCheck() {
    assertThat(get("/readyz/queue", "", ""))
        .hasToString("200 {\"status\":\"UP\",\"checks\":[{\"name\":\"queue\",\"status\":\"UP\"}]}");
    assertThat(get("/readyz/a%20b/c", "", "text/plain")).hasToString("200 ok");
    assertThat(get("/readyz/hung", "", "text/plain"))
        .hasToString("503 [-]hung failed: reason withheld\nreadyz/hung check failed\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/readyz/", "/readyz/nothing", "/readyz/queue/", "/readyzqueue"})
  void answers404ForChecksThatThereAreNot(String path) {
    assertThat(get(path, "", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "exclude=%ff", "a=%zz", "exclude=%4"})
  void answers400ToQueriesThatAreNotPercentEncoded(String query) {
    assertThat(get("/readyz", query, "").status()).isEqualTo(400);
    assertThat(get("/readyz/queue", query, "").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "=", "&&", "exclude=", "exclude", "timeout=5s"})
  void ignoresQueriesThatItDoesNotKnow(String query) {
    assertThat(get("/readyz", query, "").bodyText()).contains("queue", "hung", "a b/c");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /readyz/queue, '', 200",
    "GET, /readyz, '', 503",
    "HEAD, /readyz, '', 503",
    "GET, /readyz, verbose, 503",
    "GET, /nothing, '', 404",
    "HEAD, /nothing, '', 404",
    "POST, /readyz, '', 405",
    "GET, /%zz, '', 400",
    "GET, /readyz, a=%zz, 400",
  })
  void noAnswerIsToBeStored(String method, String path, String query, int status) {
    HealthResponse response = builder().build().respond(new HealthRequest(method, path, query, ""));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("Cache-Control", "no-store");
  }

  @Test
  void failsWithTheStatusThatTheBuilderWasTold() {
    HealthEndpoints likeKubernetes = builder().failureStatus(500).build();
    assertThat(likeKubernetes.respond(HealthRequest.get("/readyz")).status()).isEqualTo(500);
    assertThat(likeKubernetes.respond(HealthRequest.get("/readyz/hung")).status()).isEqualTo(500);
    assertThat(likeKubernetes.respond(HealthRequest.get("/readyz/queue")).status()).isEqualTo(200);
    likeKubernetes.stopping();
    assertThat(likeKubernetes.respond(HealthRequest.get("/readyz")).status()).isEqualTo(500);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().failureStatus(399))
        .withMessage("failure status 399 is outside 400..599");
  }

  @Test
  void whatGeneratedCodeHasBuiltCanBeBuiltAnew() {
    HealthEndpoints generated = builder().build();
    List<String> heard = new CopyOnWriteArrayList<>();
    HealthEndpoints open =
        generated.toBuilder()
            .detail(EndpointKind.READINESS, Detail.FULL)
            .format(AnswerFormat.SPRING_ACTUATOR)
            .listener(
                new HealthListener() {
                  @Override
                  public void checked(CheckId check, CheckReport report) {
                    heard.add(check.name());
                  }
                })
            .build();

    HealthRequest request = HealthRequest.get("/readyz");
    assertThat(open.respond(request).bodyText()).contains("\"components\"", "\"host\":\"db-1\"");
    assertThat(heard).contains("queue", "hung", "a b/c");
    int before = heard.size();
    assertThat(generated.respond(request).bodyText()).doesNotContain("db-1", "components");
    assertThat(heard).hasSize(before);
    assertThat(open.container()).isEqualTo("orders");
    assertThat(open.port()).isEqualTo(8081);
  }

  @Test
  void tellsAsMuchAsTheProbeMayTell() {
    HealthEndpoints open = builder().detail(EndpointKind.READINESS, Detail.FULL).build();
    HealthEndpoints closed = builder().detail(EndpointKind.READINESS, Detail.STATUS).build();
    HealthRequest request = HealthRequest.get("/readyz");

    assertThat(open.respond(request).bodyText())
        .contains("\"host\":\"db-1\"", "\"error\":\"no answer after ");
    assertThat(closed.respond(request).bodyText()).isEqualTo("{\"status\":\"DOWN\",\"checks\":[]}");
  }
}
