package com.example.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.depot.Depot.Answer;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Micronaut's indicators as Sonde's checks, and Sonde's checks among Micronaut's indicators. */
@Timeout(300)
class IndicatorsTest {

  @Test
  void indicatorsBecomeChecksWithDeadlinesOfTheirOwn() throws Exception {
    try (Depot depot = Depot.start()) {
      CarrierHealthIndicator carrier = depot.bean(CarrierHealthIndicator.class);
      carrier.hang();
      depot.bean(ClockIndicator.class).ticks(false);
      Answer hung = depot.probe("/readyz?verbose");
      assertThat(hung.status()).isEqualTo(503);
      assertThat(hung.body()).contains("[-]carrier", "[+]conveyor-has-room ok");
      assertThat(depot.probe("/livez?verbose").body())
          .contains("[-]clock", "[+]deadlocked-threads ok");
      int probes = 50;
      for (int probe = 0; probe < probes; probe++) {
        assertThat(depot.probe("/readyz").status()).isEqualTo(503);
      }
      assertThat(carrier.waiting()).isEqualTo(1);

      carrier.answer();
      Depot.eventually(() -> depot.probe("/readyz").status() == 200);
      carrier.open(false);
      assertThat(depot.probe("/readyz").body())
          .contains("{\"name\":\"carrier\",\"status\":\"DOWN\"}");
    }
  }

  /** What docs/micronaut.md sets side by side, of one application at one time. */
  @Test
  void aHungIndicatorHoldsMicronautUpAndNotSonde() throws Exception {
    int probes = 10;
    try (Depot depot = Depot.start()) {
      assertThat(depot.main("/health/readiness").status()).isEqualTo(200);
      CarrierHealthIndicator carrier = depot.bean(CarrierHealthIndicator.class);
      carrier.hang();
      for (int probe = 0; probe < probes; probe++) {
        assertThatThrownBy(() -> depot.main("/health/readiness", Duration.ofSeconds(1)))
            .isInstanceOf(HttpTimeoutException.class);
      }
      assertThat(carrier.waiting()).isEqualTo(probes);
      Duration slowest = Duration.ZERO;
      for (int probe = 0; probe < probes; probe++) {
        long begun = System.nanoTime();
        Answer answer = depot.probe("/readyz");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("{\"name\":\"carrier\",\"status\":\"DOWN\"}");
      }
      assertThat(carrier.waiting()).isEqualTo(probes + 1);
      System.out.println(
          "Hung indicator: Sonde answered in " + slowest.toMillis() + " ms at most.");
      carrier.answer();
    }
  }

  @Test
  void checksAreSeenAtMicronautsEndpointAndCountThere() throws Exception {
    try (Depot depot = Depot.start()) {
      assertThat(depot.main("/health").body())
          .contains("\"conveyor-has-room\"", "\"carrier\"", "\"diskSpace\"");
      assertThat(depot.main("/health/liveness").body()).doesNotContain("conveyor");
      assertThat(depot.main("/health/readiness").status()).isEqualTo(200);
      depot.bean(Conveyor.class).load(10);
      assertThat(depot.main("/health/readiness").status()).isEqualTo(503);
      assertThat(depot.main("/health/liveness").status()).isEqualTo(200);
      assertThat(depot.probe("/readyz?verbose").body())
          .contains("[-]conveyor-has-room failed")
          .doesNotContain("sonde");
    }
    try (Depot depot = Depot.start("sonde.contributors=false")) {
      depot.bean(Conveyor.class).load(10);
      assertThat(depot.main("/health/readiness").status()).isEqualTo(200);
    }
  }

  @Test
  void settingsChangeChecks() throws Exception {
    try (Depot depot =
        Depot.start(
            "sonde.checks.disk-space.enabled=false",
            "sonde.checks.clock.probes=readiness",
            "sonde.checks.carrier.required=false",
            "sonde.checks.carrier.deadline=100ms",
            "sonde.checks.conveyorhasroom.down-after=3")) {
      depot.bean(CarrierHealthIndicator.class).open(false);
      depot.bean(Conveyor.class).load(10);
      Answer ready = depot.probe("/readyz?verbose");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.body()).contains("]clock ").doesNotContain("]disk-space ");
      assertThat(depot.probe("/livez?verbose").body()).doesNotContain("]clock ");
    }
    try (Depot depot = Depot.start("sonde.indicators=false")) {
      assertThat(depot.probe("/readyz?verbose").body())
          .contains("]conveyor-has-room ")
          .doesNotContain("]carrier ");
    }
  }
}
