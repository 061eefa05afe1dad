package dev.sonde.microprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.microprofile.Beans.Asking;
import dev.sonde.microprofile.Beans.Broken;
import dev.sonde.microprofile.Beans.Hanging;
import dev.sonde.microprofile.Beans.InNoScope;
import dev.sonde.microprofile.Beans.Live;
import dev.sonde.microprofile.Beans.Nameless;
import dev.sonde.microprofile.Beans.NotAnswering;
import dev.sonde.microprofile.Beans.NotStarted;
import dev.sonde.microprofile.Beans.Shop;
import dev.sonde.microprofile.Beans.Statusless;
import dev.sonde.microprofile.Beans.Telling;
import dev.sonde.microprofile.Beans.Throwing;
import dev.sonde.microprofile.Beans.TwoKinds;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthRequest;
import dev.sonde.runtime.answer.EndpointKind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the TCK does not look at. */
@Timeout(120)
class MicroProfileHealthTest {

  static Stream<Arguments> answers() {
    String self = Beans.class.getName();
    return Stream.of(
        Arguments.of(Throwing.class, 503, "\"name\":\"" + self + "$Throwing\",\"status\":\"DOWN\""),
        Arguments.of(
            NotAnswering.class, 503, "\"name\":\"" + self + "$NotAnswering\",\"status\":\"DOWN\""),
        Arguments.of(Statusless.class, 503, "\"name\":\"statusless\",\"status\":\"DOWN\""),
        Arguments.of(Nameless.class, 200, "\"name\":\"" + self + "$Nameless\",\"status\":\"UP\""),
        Arguments.of(Broken.class, 503, "\"name\":\"" + self + "$Broken\",\"status\":\"DOWN\""),
        Arguments.of(
            InNoScope.class, 503, "\"name\":\"" + self + "$InNoScope\",\"status\":\"DOWN\""),
        Arguments.of(Asking.class, 503, "\"name\":\"" + self + "$Asking\",\"status\":\"DOWN\""),
        Arguments.of(
            Telling.class,
            200,
            "\"data\":{\"floating\":\"1.5\",\"number\":4,\"small\":3,\"text\":\"a\\\"b\","
                + "\"truth\":true}"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersForWhateverACheckDoes(Class<?> bean, int status, String json) throws Exception {
    try (HealthApplication application = HealthApplication.of(bean)) {
      for (int i = 0; i < 2; i++) {
        assertThat(application.ask("/health/ready").json()).contains(json);
        assertThat(application.ask("/health/ready").status()).isEqualTo(status);
        assertThat(application.ask("/health/live").status()).isEqualTo(200);
      }
    }
  }

  /** Sonde's own endpoints have the same checks, under names that do not change. */
  @Test
  void servesTheBeansWithSondesOwnChecks() throws Exception {
    try (HealthApplication application = HealthApplication.of(Shop.class, Live.class)) {
      HealthEndpoints endpoints = application.health().endpoints().orElseThrow();
      assertThat(endpoints.checkNames(EndpointKind.LIVENESS)).containsExactly("works", "live");
      assertThat(endpoints.respond(HealthRequest.get("/livez/live")).status()).isEqualTo(200);
      assertThat(application.ask("/health/live").json())
          .contains("\"name\":\"works\"", "\"name\":\"I live\"");
      application.select(Shop.class).breakDown();
      assertThat(application.ask("/health/live").status()).isEqualTo(503);
      assertThat(endpoints.respond(HealthRequest.get("/livez")).status()).isEqualTo(503);
    }
  }

  /** Readiness of the specification does not wait for the start, and Sonde's does. */
  @Test
  void keepsTheKindsApart() throws Exception {
    try (HealthApplication application = HealthApplication.of(Shop.class, NotStarted.class)) {
      assertThat(application.ask("/health/started").status()).isEqualTo(503);
      assertThat(application.ask("/health/ready").status()).isEqualTo(200);
      assertThat(application.ask("/health").status()).isEqualTo(503);
      HealthEndpoints endpoints = application.health().endpoints().orElseThrow();
      assertThat(endpoints.respond(HealthRequest.get("/readyz")).status()).isEqualTo(503);
      endpoints.stopping();
      assertThat(application.ask("/health/ready").json())
          .isEqualTo(
              "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"shutdown\",\"status\":\"DOWN\"}]}");
      assertThat(application.ask("/health/live").status()).isEqualTo(200);
    }
  }

  /** However many ask, and of however many kinds, the bean is asked once and holds one thread. */
  @Test
  void isAnsweredInTimeAndAsksOnceWhenACheckHangs() throws Exception {
    try (HealthApplication application = HealthApplication.of(Hanging.class, Live.class)) {
      Hanging hanging = application.select(Hanging.class);
      try {
        long begin = System.nanoTime();
        List<CompletionStage<MicroProfileAnswer>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          all.add(application.health().answer("/health/ready"));
          all.add(application.health().answer("/health/started"));
        }
        assertThat(application.ask("/health/live").status()).isEqualTo(200);
        for (CompletionStage<MicroProfileAnswer> each : all) {
          MicroProfileAnswer answer = each.toCompletableFuture().join();
          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.json()).contains("Beans$Hanging");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(application.ask("/health/ready").status()).isEqualTo(503);
        assertThat(hanging.calls()).isEqualTo(1);
      } finally {
        hanging.release();
      }
    }
  }

  @Test
  void asksABeanOfTwoKindsAsOneCheck() throws Exception {
    try (HealthApplication application = HealthApplication.of(TwoKinds.class)) {
      HealthEndpoints endpoints = application.health().endpoints().orElseThrow();
      assertThat(endpoints.checkNames(EndpointKind.LIVENESS)).containsExactly("both");
      assertThat(endpoints.checkNames(EndpointKind.READINESS)).containsExactly("both");
      assertThat(application.ask("/health").json().split("two kinds", -1)).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/health/live,    , , 200",
    "/health/ready,   , , 503",
    "/health/ready,   UP, , 200",
    "/health/ready,   DOWN, UP, 503",
    "/health/started, , , 503",
    "/health/started, , UP, 200",
    "/health/started, UP, , 503",
    "/health,         UP, , 503",
    "/health,         UP, UP, 200"
  })
  void saysBeforeTheStartWhatThePropertiesSay(
      String path, String ready, String started, int status) {
    TreeMap<String, String> properties = new TreeMap<>();
    put("mp.health.default.readiness.empty.response", ready, properties);
    put("mp.health.default.startup.empty.response", started, properties);
    withProperties(
        properties,
        () -> {
          MicroProfileAnswer answer =
              new MicroProfileHealth(null).answer(path).toCompletableFuture().join();
          String word = status == 200 ? "UP" : "DOWN";
          assertThat(answer)
              .isEqualTo(
                  new MicroProfileAnswer(status, "{\"status\":\"" + word + "\",\"checks\":[]}"));
        });
  }

  /** Nothing of a broken file counts; an expression is reported, not guessed. */
  @ParameterizedTest
  @ValueSource(strings = {"UP\nother=\\u00zz", "${READY:UP}", "up"})
  void whatCannotBeReadInTheConfigurationCountsAsTheDefault(String value) throws Exception {
    String text = "mp.health.default.readiness.empty.response=" + value;
    ClassLoader own = MicroProfileHealthTest.class.getClassLoader();
    ClassLoader configured =
        new ClassLoader(own) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return name.equals("META-INF/microprofile-config.properties")
                ? new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))
                : super.getResourceAsStream(name);
          }
        };
    Thread.currentThread().setContextClassLoader(configured);
    try {
      assertThat(
              new MicroProfileHealth(null)
                  .answer("/health/ready")
                  .toCompletableFuture()
                  .join()
                  .status())
          .isEqualTo(503);
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }

  @Test
  void leavesSondesOwnChecksOutWhenDefaultProceduresAreDisabled() {
    withProperties(
        new TreeMap<>(Map.of("mp.health.disable-default-procedures", "true")),
        () -> {
          try (HealthApplication application = HealthApplication.of(Shop.class, Live.class)) {
            application.select(Shop.class).breakDown();
            assertThat(application.ask("/health/live").json())
                .isEqualTo(
                    "{\"status\":\"UP\",\"checks\":[{\"name\":\"I live\",\"status\":\"UP\"}]}");
          }
        });
  }

  @Test
  void isFoundByAContainerThatLooksForBeans() {
    try (WeldContainer weld = new Weld().addBeanClass(Live.class).initialize()) {
      MicroProfileHealth health = weld.select(MicroProfileHealth.class).get();
      assertThat(health.answer("/health").toCompletableFuture().join().json())
          .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"I live\",\"status\":\"UP\"}]}");
      assertThat(weld.select(HealthCheck.class, Readiness.Literal.INSTANCE).get().call().getName())
          .isEqualTo("sonde-readiness");
      assertThat(weld.select(MicroProfileServlet.class).isUnsatisfied()).isTrue();
    }
  }

  @Test
  void answersNoOtherPath() throws Exception {
    try (HealthApplication application = HealthApplication.of()) {
      assertThat(application.ask("/health/").status()).isEqualTo(404);
      assertThat(application.ask("/health/well").status()).isEqualTo(404);
    }
  }

  /** As another runtime does that serves the specification's checks. */
  @Test
  void showsSondesOwnChecksToOthersAndNeverTheBeans() throws Exception {
    try (HealthApplication application = HealthApplication.of(Shop.class, TwoKinds.class)) {
      HealthCheckResponse live = sondes(application, Liveness.Literal.INSTANCE).call();
      assertThat(live.getName()).isEqualTo("sonde-liveness");
      assertThat(live.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      assertThat(live.getData().orElseThrow()).containsExactly(Map.entry("works", "UP"));
      int asked = TwoKinds.CALLS.get();
      application.select(Shop.class).breakDown();
      live = sondes(application, Liveness.Literal.INSTANCE).call();
      assertThat(live.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
      assertThat(sondes(application, Startup.Literal.INSTANCE).call().getData()).isEmpty();
      HealthCheck ready = sondes(application, Readiness.Literal.INSTANCE);
      assertThat(ready.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      application.health().endpoints().orElseThrow().stopping();
      assertThat(ready.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
      assertThat(TwoKinds.CALLS).hasValue(asked);
      assertThat(application.ask("/health").json()).doesNotContain("sonde-");
    }
  }

  @Test
  void showsEachOfSondesOwnChecksUnderItsNameAndCollectsItNotAgain() throws Exception {
    try (HealthApplication application = HealthApplication.of(Shop.class, Beans.ShopChecks.class)) {
      HealthCheck works = produced(application, Liveness.Literal.INSTANCE, Beans.ShopChecks.class);
      assertThat(works.call().getName()).isEqualTo("works");
      assertThat(works.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
      application.select(Shop.class).breakDown();
      assertThat(works.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
      assertThat(application.health().endpoints().orElseThrow().checkNames(EndpointKind.LIVENESS))
          .containsExactly("works");
    }
  }

  @Test
  void doesNotStartWithTheHealthClassesOfTwoContainers() {
    assertThatThrownBy(() -> HealthApplication.of(Shop.class, Beans.OtherShop.class))
        .hasStackTraceContaining("There are health classes of several containers: [other, shop].");
  }

  private static HealthCheck sondes(HealthApplication application, Annotation qualifier) {
    return produced(application, qualifier, SondeHealthChecks.class);
  }

  private static HealthCheck produced(
      HealthApplication application, Annotation qualifier, Class<?> producer) {
    for (var handle : application.weld().select(HealthCheck.class, qualifier).handles()) {
      if (handle.getBean().getBeanClass() == producer) {
        return handle.get();
      }
    }
    throw new AssertionError("Sonde's checks are not among the beans");
  }

  private static void put(String name, String value, TreeMap<String, String> properties) {
    if (value != null) {
      properties.put(name, value);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void withProperties(TreeMap<String, String> properties, Step step) {
    properties.forEach(System::setProperty);
    try {
      step.run();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }
}
