package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.example.spring.Clinic.Answer;
import dev.sonde.health.Health;
import dev.sonde.runtime.Check;
import dev.sonde.runtime.ContainerHealth;
import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthServer;
import dev.sonde.spring.ServedEndpoints;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.env.Environment;

/** Applications with something wrong in them: nothing hangs, and each gets a clear word. */
@Timeout(300)
class BadInputTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private static HealthEndpoints endpoints(String container, Check... checks) {
    return HealthEndpoints.builder(container, 8090)
        .startup("/startedz", TIMEOUT, List.of())
        .liveness("/livez", TIMEOUT, List.of())
        .readiness("/readyz", TIMEOUT, List.of(checks))
        .build();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class TwoContainers {
    @Bean
    ContainerHealth one() {
      return () -> endpoints("one");
    }

    @Bean
    ContainerHealth other() {
      return () -> endpoints("other");
    }
  }

  @Test
  void doesNotStartWithTheHealthClassesOfTwoContainers() throws Exception {
    assertThatThrownBy(() -> Clinic.start(TwoContainers.class).close())
        .hasStackTraceContaining(
            "There are health classes of several containers: one, other. Set sonde.container to the"
                + " one that this process is.");
    try (Clinic clinic = Clinic.start(TwoContainers.class, "sonde.container=other")) {
      assertThat(clinic.bean(ServedEndpoints.class).endpoints().orElseThrow().container())
          .isEqualTo("other");
    }
  }

  /** As where somebody starts a server of Sonde's by hand, too, as without the starter. */
  @Test
  void aSecondServerOnTheSamePortSaysWhoHasIt() throws Exception {
    try (Clinic clinic = Clinic.start()) {
      int port = Integer.parseInt(clinic.property("local.sonde.port"));
      assertThatThrownBy(() -> HealthServer.start(endpoints("by hand"), port).close())
          .hasMessageContaining("Cannot serve the health endpoints of \"by hand\" on ")
          .hasMessageContaining("Free it, or declare another port");
      assertThat(clinic.probe("/readyz").status()).isEqualTo(200);
    }
  }

  private static WebApplicationContextRunner withoutActuator() {
    List<String> own =
        ImportCandidates.load(
                org.springframework.boot.autoconfigure.AutoConfiguration.class,
                BadInputTest.class.getClassLoader())
            .getCandidates()
            .stream()
            .filter(name -> name.startsWith("dev.sonde."))
            .toList();
    return new WebApplicationContextRunner()
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.boot.actuate", "org.springframework.boot.health"))
        .withConfiguration(
            AutoConfigurations.of(
                own.stream().map(BadInputTest::type).toArray(Class<?>[]::new)))
        .withBean(HealthEndpoints.class, () -> endpoints("clinic", Check.bool("open", () -> true)))
        .withPropertyValues(
            "sonde.port=0", "sonde.drain=0s", "sonde.availability.listen=false");
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  @Test
  void answersItsOwnChecksWhereActuatorIsAbsent() {
    withoutActuator()
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              URI readyz =
                  URI.create(
                      "http://127.0.0.1:"
                          + context.getEnvironment().getProperty("local.sonde.port")
                          + "/readyz?verbose");
              assertThat(
                      HttpClient.newHttpClient()
                          .send(
                              HttpRequest.newBuilder(readyz)
                                  .timeout(TIMEOUT.multipliedBy(30))
                                  .build(),
                              BodyHandlers.ofString())
                          .body())
                  .contains("[+]open ok");
            });
    withoutActuator()
        .withPropertyValues("sonde.serve-on=management-port")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "sonde.serve-on is management-port, but Actuator is not on the class path."
                            + " Add spring-boot-starter-actuator, or use main-port or own-port."));
  }

  /** The bean is there before Actuator has collected it, and Actuator asks it by way of Sonde. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class AsksItself {
    @Bean
    HealthEndpoints endpoints(
        @Qualifier("healthEndpoint") Object endpoint, Environment environment) {
      HttpClient client = HttpClient.newHttpClient();
      return BadInputTest.endpoints(
          "clinic",
          Check.bool(
              "asks-actuator",
              () -> {
                URI health =
                    URI.create(
                        "http://127.0.0.1:"
                            + environment.getProperty("local.server.port")
                            + "/actuator/health");
                HttpRequest question =
                    HttpRequest.newBuilder(health).timeout(TIMEOUT.multipliedBy(20)).build();
                return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
              }),
          Check.throwing(
              "asks-endpoint",
              () -> endpoint.getClass().getMethod("health").invoke(endpoint)));
    }
  }

  @Test
  void aCheckThatAsksActuatorAndSoItselfIsDownInTime() throws Exception {
    try (Clinic clinic = Clinic.start(AsksItself.class)) {
      Answer ready = clinic.probe("/readyz");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body())
          .contains(
              "{\"name\":\"asks-actuator\",\"status\":\"DOWN\"}",
              "{\"name\":\"asks-endpoint\",\"status\":\"DOWN\"}");
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);
      assertThat(clinic.main("/actuator/health").status()).isEqualTo(503);
    }
  }

  /** Its client cannot be made. */
  static class Ambulance {
    Ambulance() {
      throw new IllegalStateException("there is no ambulance");
    }

    boolean isThere() {
      return true;
    }
  }

  /** Lives as long as a request, which a probe is not. */
  static class Patient {
    boolean isWell() {
      return true;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class BrokenBeans {
    @Bean
    @Lazy
    Ambulance ambulance() {
      return new Ambulance();
    }

    @Bean
    @Scope(value = "request", proxyMode = ScopedProxyMode.TARGET_CLASS)
    Patient patient() {
      return new Patient();
    }

    @Bean
    HealthEndpoints endpoints(ObjectProvider<Ambulance> ambulance, Patient patient) {
      return BadInputTest.endpoints(
          "clinic",
          Check.bool("ambulance", () -> ambulance.getObject().isThere()),
          Check.bool("patient", patient::isWell),
          Check.health("open", Health::up));
    }
  }

  @Test
  void aBeanThatCannotBeMadeAndOneWhoseScopeIsNotActiveAreDownByName() throws Exception {
    try (Clinic clinic = Clinic.start(BrokenBeans.class)) {
      for (int probe = 0; probe < 2; probe++) {
        Answer ready = clinic.probe("/readyz");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.body())
            .contains(
                "{\"name\":\"ambulance\",\"status\":\"DOWN\"}",
                "{\"name\":\"patient\",\"status\":\"DOWN\"}",
                "{\"name\":\"open\",\"status\":\"UP\"}");
      }
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NeverMade {
    @Bean
    HealthEndpoints endpoints() {
      throw new IllegalStateException("the checks cannot be made");
    }
  }

  @Test
  void doesNotStartWithoutTheEndpointsThatItDeclares() {
    assertThatThrownBy(() -> Clinic.start(NeverMade.class).close())
        .hasStackTraceContaining("the checks cannot be made");
  }

  /** Waits in the thread that calls it. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Blocking {
    @Bean
    CompletableFuture<String> thread() {
      return new CompletableFuture<>();
    }

    @Bean
    HealthEndpoints endpoints(CompletableFuture<String> thread) {
      return BadInputTest.endpoints(
          "clinic",
          Check.throwing(
              "waits",
              () -> {
                thread.complete(Thread.currentThread().toString());
                new CountDownLatch(1).await();
              }));
    }
  }

  @Test
  void aCheckThatBlocksHoldsNoThreadOfAReactiveServer() throws Exception {
    try (Clinic clinic =
        Clinic.start(
            Blocking.class,
            "spring.main.web-application-type=reactive",
            "sonde.serve-on=main-port",
            "sonde.contributors=false",
            "server.tomcat.threads.max=1",
            "server.tomcat.threads.min-spare=1")) {
      Answer ready = clinic.main("/readyz");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body()).contains("{\"name\":\"waits\",\"status\":\"DOWN\"}");
      assertThat(clinic.main("/livez").status()).isEqualTo(200);
      assertThat(clinic.context().getBean("thread", CompletableFuture.class).join().toString())
          .containsAnyOf("-check-", "VirtualThread");
    }
  }
}
