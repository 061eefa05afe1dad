package com.example.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.micronaut.ProbeServer;
import dev.sonde.micronaut.ServedProbes;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the probes are answered. */
@Timeout(300)
class ProbesTest {

  @Test
  void answersOnAPortOfItsOwnWithoutAnythingToStart() throws Exception {
    try (Depot depot = Depot.startUnasked()) {
      // The first answer counts: what Micronaut makes ready at the start is ready before.
      assertThat(depot.probe("/startedz").status()).isEqualTo(200);
      assertThat(depot.probe("/readyz?verbose").body())
          .contains("[+]conveyor-has-room ok", "[+]carrier ok", "[+]service-ready ok")
          .doesNotContain("[+]clock");
      assertThat(depot.probe("/livez?verbose").body())
          .contains("[+]clock ok", "[+]deadlocked-threads ok")
          .doesNotContain("[+]carrier");
      assertThat(depot.main("/parcels").body()).isEqualTo("0 parcels");
      assertThat(depot.main("/readyz").status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sonde.container=depots | sonde.container is \"depots\", and there is no health class of that"
            + " container; available: depot.",
        "sonde.checks.carier.required=false | sonde.checks: there is no check \"carier\" to change;"
            + " available: ",
        "sonde.checks.carrier.deadline=0s | sonde.checks: check \"carrier\": deadline PT0S is not"
            + " more than 0.",
        "sonde.certificate=/tls/tls.crt | Of sonde.certificate and sonde.private-key one is set. Set"
            + " both, or neither.",
        "sonde.serve-on=main-port | sonde.serve-on is \"main-port\", which is no ProbePlace",
        "sonde.port=own | sonde.port is \"own\", which is no Integer (For input string: \"own\")",
        "sonde.drain=soon | sonde.drain is \"soon\", which is no Duration",
        "sonde.address=nowhere.invalid | sonde.address is \"nowhere.invalid\"",
        "sonde.checks.carrier.probes=lively | sonde.checks.carrier.probes is \"lively\"",
        "sonde.checks.carrier.every=soon | sonde.checks.carrier.every is \"soon\"",
        "sonde.port=70000 | sonde.port is 70000. Set 0 to 65535.",
        "sonde.drain=-5s | sonde.drain is -5s. Set 0s or more.",
        "sonde.sreve-on=nothing | sonde.sreve-on (cli) is no setting of Sonde's; available: ",
        "sonde.checks.carrier.requred=false | sonde.checks.carrier.requred (cli) is no setting",
        "sonde.checks.carrier.required=flase | sonde.checks.carrier.required is \"flase\", which is"
            + " no Boolean (true or false)",
        "sonde.checks.carrier.enabled=flase | sonde.checks.carrier.enabled is \"flase\"",
        "sonde.indicators=flase | sonde.indicators is \"flase\"",
        "sonde.contributors=flase | sonde.contributors is \"flase\"",
        "sonde.enabled=flase | sonde.enabled is \"flase\"",
      })
  void doesNotStartWhereProbesWouldNotBeAnswered(String setting, String message) {
    assertThatThrownBy(() -> Depot.startUnasked(setting).close()).hasStackTraceContaining(message);
  }

  /** As when the application has started a server of Sonde's by itself, too. */
  @Test
  void doesNotStartWhereAnotherHasThePort() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      assertThatThrownBy(() -> Depot.startUnasked("sonde.port=" + other.getLocalPort()).close())
          .hasStackTraceContaining("this very process has that port already");
    }
  }

  @Test
  void runsSeveralContextsInOneProcess() throws Exception {
    try (Depot one = Depot.start();
        Depot other = Depot.start()) {
      one.bean(Conveyor.class).load(10);
      assertThat(one.probe("/readyz").status()).isEqualTo(503);
      assertThat(other.probe("/readyz").status()).isEqualTo(200);
    }
  }

  @Test
  void canBeSwitchedOff() throws Exception {
    try (Depot depot = Depot.startUnasked("sonde.enabled=false")) {
      assertThat(depot.context().containsBean(ServedProbes.class)).isFalse();
      assertThat(depot.bean(EmbeddedApplication.class)).isInstanceOf(EmbeddedServer.class);
      assertThat(depot.main("/health").body()).contains("carrier").doesNotContain("conveyor");
    }
    try (Depot depot = Depot.start("sonde.serve-on=nothing")) {
      assertThat(depot.bean(ProbeServer.class).port()).isEmpty();
      assertThat(depot.main("/health/readiness").body()).contains("conveyor-has-room");
    }
  }

  /** As tests of Micronaut start it. */
  @Test
  void takesAFreePortAndDoesNotDrainInTests() throws Exception {
    long begun;
    try (ApplicationContext context = ApplicationContext.run();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start()) {
      assertThat(context.getBean(EmbeddedApplication.class)).isSameAs(server);
      int port = context.getBean(ProbeServer.class).port().orElseThrow();
      assertThat(port).isNotEqualTo(8090).isPositive();
      begun = System.nanoTime();
    }
    assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
  }
}
