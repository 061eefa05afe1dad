package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.example.spring.Clinic.Answer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** Where the probes are answered. */
@Timeout(300)
class ProbesTest {

  @Test
  void answersOnAPortOfItsOwnWithoutAnythingToStart() throws Exception {
    try (Clinic clinic = Clinic.start()) {
      assertThat(clinic.probe("/startedz").status()).isEqualTo(200);
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);
      assertThat(clinic.probe("/readyz?verbose").body())
          .contains("[+]waiting-room-has-room ok", "[+]readinessState ok", "[+]db ok");
      assertThat(clinic.main("/readyz").status()).isEqualTo(404);
      assertThat(clinic.main("/visits").body()).isEqualTo("0 visits");
    }
  }

  static Stream<Arguments> ports() {
    return Stream.of(
        Arguments.of("local.server.port", new String[] {"sonde.serve-on=main-port"}),
        Arguments.of("local.server.port", new String[] {"sonde.serve-on=management-port"}),
        Arguments.of(
            "local.management.port",
            new String[] {"sonde.serve-on=management-port", "management.server.port=0"}),
        Arguments.of(
            "local.server.port",
            new String[] {"sonde.serve-on=main-port", "spring.main.web-application-type=reactive"}),
        Arguments.of(
            "local.management.port",
            new String[] {
              "sonde.serve-on=management-port",
              "management.server.port=0",
              "spring.main.web-application-type=reactive"
            }));
  }

  @ParameterizedTest
  @MethodSource("ports")
  void answersOnAPortOfSprings(String port, String[] properties) throws Exception {
    try (Clinic clinic = Clinic.start(properties)) {
      assertThat(clinic.property("local.sonde.port")).isNull();
      assertThat(clinic.get(port, "/startedz").status()).isEqualTo(200);
      assertThat(clinic.get(port, "/livez").status()).isEqualTo(200);
      Answer ready = clinic.get(port, "/readyz");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.body()).contains("waiting-room-has-room", "laboratory");
      assertThat(clinic.get(port, "/readyz/db").status()).isEqualTo(200);
      assertThat(clinic.get(port, "/actuator/health").status()).isEqualTo(200);
      clinic.bean(WaitingRoom.class).fill(10);
      assertThat(clinic.get(port, "/readyz").status()).isEqualTo(503);
      if (port.equals("local.management.port")) {
        assertThat(clinic.main("/readyz").status()).isEqualTo(404);
      }
    }
  }

  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of(
            new String[] {"sonde.serve-on=main-port", "server.servlet.context-path=/clinic"},
            "server.servlet.context-path is \"/clinic\": Kubernetes would get 404. Declare the"
                + " probe's path as \"/clinic/"),
        Arguments.of(
            new String[] {"sonde.serve-on=management-port", "management.server.port=-1"},
            "management.server.port is -1, which switches it off"),
        Arguments.of(
            new String[] {"sonde.serve-on=main-port", "spring.main.web-application-type=none"},
            "the application has no web server. Use own-port."),
        Arguments.of(
            new String[] {"sonde.container=clinics"},
            "sonde.container is \"clinics\", and there is no health class of that container;"
                + " available: clinic."),
        Arguments.of(
            new String[] {"sonde.checks.labratory.required=false"},
            "sonde.checks: there is no check \"labratory\" to change; available: "),
        Arguments.of(
            new String[] {"sonde.checks.laboratory.deadline=0s"},
            "sonde.checks: check \"laboratory\": deadline PT0S is not more than 0."),
        Arguments.of(
            new String[] {"sonde.sreve-on=main-port"},
            "The elements [sonde.sreve-on] were left unbound."),
        Arguments.of(
            new String[] {"sonde.checks.laboratory.requred=false"},
            "The elements [sonde.checks.laboratory.requred] were left unbound."),
        Arguments.of(
            new String[] {"sonde.port=70000"}, "sonde.port is 70000. Set 0 to 65535."),
        Arguments.of(
            new String[] {"sonde.drain=-5s"}, "sonde.drain is PT-5S. Set 0s or more."),
        Arguments.of(
            new String[] {"sonde.certificate=/tls/tls.crt"},
            "Of sonde.certificate and sonde.private-key one is set. Set both, or neither."));
  }

  @ParameterizedTest
  @MethodSource("places")
  void doesNotStartWhereProbesWouldNotBeAnswered(String[] properties, String message) {
    assertThatThrownBy(() -> Clinic.start(properties).close()).hasStackTraceContaining(message);
  }

  @Test
  void runsSeveralContextsInOneProcess() throws Exception {
    try (Clinic one = Clinic.start();
        Clinic other = Clinic.start()) {
      one.bean(WaitingRoom.class).fill(10);
      assertThat(one.probe("/readyz").status()).isEqualTo(503);
      assertThat(other.probe("/readyz").status()).isEqualTo(200);
    }
  }

  /** As at a checkpoint of the JVM. Contexts of Spring's tests pause, which no server notices. */
  @Test
  void stopsAndStartsAgainWithItsContext() throws Exception {
    try (Clinic clinic = Clinic.start()) {
      String first = clinic.property("local.sonde.port");
      clinic.context().stop();
      assertThatThrownBy(() -> clinic.probe("/livez")).isInstanceOf(IOException.class);
      clinic.context().start();
      assertThat(clinic.property("local.sonde.port")).isNotEqualTo(first);
      assertThat(clinic.probe("/readyz").status()).isEqualTo(200);
      Object lifecycle = clinic.context().getBean("sondeLifecycle");
      assertThat(ReflectionTestUtils.<Boolean>invokeMethod(lifecycle, "isPauseable")).isFalse();
      clinic.close();
      clinic.close();
      assertThatThrownBy(() -> clinic.probe("/livez")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    try (Clinic clinic = Clinic.start("sonde.enabled=false")) {
      assertThat(clinic.property("local.sonde.port")).isNull();
      assertThat(clinic.context().getBeanNamesForType(dev.sonde.spring.ServedEndpoints.class))
          .isEmpty();
      assertThat(clinic.main("/actuator/health").status()).isEqualTo(200);
    }
    try (Clinic clinic = Clinic.start("sonde.serve-on=nothing")) {
      assertThat(clinic.property("local.sonde.port")).isNull();
      assertThat(clinic.main("/actuator/health/readiness").status()).isEqualTo(200);
    }
  }
}
