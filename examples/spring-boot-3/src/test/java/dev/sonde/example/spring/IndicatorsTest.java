package dev.sonde.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.sonde.example.spring.Clinic.Answer;
import dev.sonde.runtime.HealthEndpoints;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Spring's indicators as Sonde's checks, and Sonde's checks in Actuator. */
@Timeout(300)
class IndicatorsTest {

  private static final String SHOWN = "management.endpoint.health.show-details=always";

  @Test
  void indicatorsBecomeChecksWithDeadlinesOfTheirOwn() throws Exception {
    try (Clinic clinic = Clinic.start()) {
      LaboratoryHealthIndicator laboratory = clinic.bean(LaboratoryHealthIndicator.class);
      laboratory.hang();
      clinic.bean(PharmacyHealthIndicator.class).answers(false);
      Answer hung = clinic.probe("/readyz?verbose");
      assertThat(hung.status()).isEqualTo(503);
      assertThat(hung.body()).contains("[-]laboratory", "[-]pharmacy", "[+]db ok");
      long before = threads("-check-");
      int probes = 50;
      for (int probe = 0; probe < probes; probe++) {
        assertThat(clinic.probe("/readyz").status()).isEqualTo(503);
      }
      assertThat(laboratory.waiting()).isEqualTo(1);
      // On a busy machine some checks that are well get a thread of their own, too.
      assertThat(threads("-check-")).isLessThan(before + probes / 2);
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);

      laboratory.answer();
      clinic.bean(PharmacyHealthIndicator.class).answers(true);
      eventually(() -> clinic.probe("/readyz/laboratory").status() == 200);
      laboratory.open(false);
      assertThat(clinic.probe("/readyz").body())
          .contains("{\"name\":\"laboratory\",\"status\":\"DOWN\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet", "reactive"})
  void aReactiveIndicatorThatDoesNotAnswerHoldsNoThreadAndIsCancelled(String type)
      throws Exception {
    try (Clinic clinic =
        Clinic.start("spring.main.web-application-type=" + type, "sonde.contributors=false")) {
      PharmacyHealthIndicator pharmacy = clinic.bean(PharmacyHealthIndicator.class);
      pharmacy.answers(false);
      CompletableFuture<Answer> asking = CompletableFuture.supplyAsync(() -> readyz(clinic));
      eventually(() -> pharmacy.waiting() == 1);
      assertThat(threadsBlockedByReactor()).isZero();
      assertThat(asking.join().body()).contains("{\"name\":\"pharmacy\",\"status\":\"DOWN\"}");
      eventually(() -> pharmacy.waiting() == 0);

      pharmacy.answers(true);
      eventually(() -> clinic.probe("/readyz").status() == 200);
    }
  }

  private static long threadsBlockedByReactor() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack ->
                Stream.of(stack)
                    .anyMatch(
                        frame ->
                            frame.getClassName().startsWith("reactor.core.publisher.Blocking")))
        .count();
  }

  private static Answer readyz(Clinic clinic) {
    try {
      return clinic.probe("/readyz");
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  /** What docs/spring-boot.md sets side by side, of one application at one time. */
  @Test
  void aHungIndicatorHoldsActuatorUpAndNotSonde() throws Exception {
    int probes = 10;
    try (Clinic clinic = Clinic.start("sonde.contributors=false")) {
      assertThat(clinic.main("/actuator/health").status()).isEqualTo(200);
      LaboratoryHealthIndicator laboratory = clinic.bean(LaboratoryHealthIndicator.class);
      laboratory.hang();
      long sondes = threads("-check-");
      for (int probe = 0; probe < probes; probe++) {
        assertThatThrownBy(() -> clinic.main("/actuator/health", Duration.ofSeconds(1)))
            .isInstanceOf(HttpTimeoutException.class);
      }
      assertThat(laboratory.waiting()).isEqualTo(probes);
      Duration slowest = Duration.ZERO;
      for (int probe = 0; probe < probes; probe++) {
        long begun = System.nanoTime();
        Answer answer = clinic.probe("/readyz");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("{\"name\":\"laboratory\",\"status\":\"DOWN\"}");
      }
      assertThat(laboratory.waiting()).isEqualTo(probes + 1);
      assertThat(threads("-check-")).isLessThanOrEqualTo(sondes + 10);
      System.out.println(
          "Hung indicator: Sonde answered in " + slowest.toMillis() + " ms at most.");
      laboratory.answer();
    }
  }

  private static long threads(String part) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains(part))
        .count();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class TwoDatabases {
    @Bean
    @Primary
    HikariDataSource patients() {
      return database("patients");
    }

    @Bean
    HikariDataSource bills() {
      return database("bills");
    }

    private static HikariDataSource database(String name) {
      HikariDataSource database = new HikariDataSource();
      database.setJdbcUrl("jdbc:h2:mem:two-" + name);
      return database;
    }

    @Bean
    HealthEndpoints endpoints() {
      Duration second = Duration.ofSeconds(1);
      return HealthEndpoints.builder("clinic", 8090)
          .startup("/startedz", second, List.of())
          .readiness("/readyz", second, List.of())
          .build();
    }
  }

  @Test
  void eachDatabaseIsACheckByItsName() throws Exception {
    try (Clinic clinic = Clinic.start(TwoDatabases.class)) {
      assertThat(clinic.probe("/readyz?verbose").body())
          .contains("[+]db/patients ok", "[+]db/bills ok");
      clinic.context().getBean("bills", HikariDataSource.class).close();
      assertThat(clinic.probe("/readyz").body())
          .contains(
              "{\"name\":\"db/patients\",\"status\":\"UP\"}",
              "{\"name\":\"db/bills\",\"status\":\"DOWN\"}");
    }
  }

  /** Spring Boot 3.5 then has no registry of them. */
  @Test
  void indicatorsAreChecksAlsoWhereNobodyMayAskActuator() throws Exception {
    try (Clinic clinic = Clinic.start("management.endpoint.health.access=none")) {
      assertThat(clinic.main("/actuator/health").status()).isEqualTo(404);
      assertThat(clinic.probe("/readyz?verbose").body())
          .contains("[+]laboratory ok", "[+]pharmacy ok", "[+]db ok")
          .doesNotContain("sonde/");
    }
  }

  @Test
  void groupsOfActuatorSayWhichProbeAsksWhat() throws Exception {
    try (Clinic clinic =
        Clinic.start(
            "management.endpoint.health.group.readiness.include=readinessState,db",
            "management.endpoint.health.group.liveness.include=livenessState,laboratory")) {
      assertThat(clinic.probe("/readyz").body())
          .contains("\"db\"", "\"waiting-room-has-room\"")
          .doesNotContain("\"laboratory\"", "\"pharmacy\"");
      assertThat(clinic.probe("/livez").body())
          .contains("\"laboratory\"", "\"livenessState\"")
          .doesNotContain("\"db\"");
    }
  }

  /** A path alone makes Boot put every indicator into that group, and a restart of each blink. */
  @Test
  void aGroupWithoutMembersOfItsOwnBringsNothingIntoLiveness() throws Exception {
    try (Clinic clinic =
        Clinic.start("management.endpoint.health.group.liveness.additional-path=server:/lv")) {
      clinic.bean(LaboratoryHealthIndicator.class).open(false);
      assertThat(clinic.main("/lv").status()).isEqualTo(503);
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);
    }
  }

  @Test
  void propertiesChangeChecks() throws Exception {
    try (Clinic clinic =
        Clinic.start(
            "sonde.checks.db.enabled=false",
            "sonde.checks[ping].enabled=false",
            "sonde.checks.laboratory.probes=liveness",
            "sonde.checks.pharmacy.required=false",
            "sonde.checks.pharmacy.deadline=100ms",
            "sonde.checks.waitingroomhasroom.down-after=3")) {
      clinic.bean(PharmacyHealthIndicator.class).answers(false);
      clinic.bean(WaitingRoom.class).fill(10);
      Answer ready = clinic.probe("/readyz?verbose");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.body()).doesNotContain("]db ", "]ping ", "]laboratory ");
      assertThat(clinic.probe("/livez").body()).contains("laboratory");
    }
  }

  @Test
  void checksAreSeenInActuatorAndCountInItsGroups() throws Exception {
    try (Clinic clinic = Clinic.start(SHOWN)) {
      assertThat(clinic.main("/actuator/health").body())
          .contains("\"sonde\"", "\"waiting-room-has-room\"", "\"waiting-room-tables-there\"");
      assertThat(clinic.main("/actuator/health/sonde/readiness/waiting-room-has-room").status())
          .isEqualTo(200);
      assertThat(clinic.main("/actuator/health/readiness").status()).isEqualTo(200);
      clinic.bean(WaitingRoom.class).fill(10);
      assertThat(clinic.main("/actuator/health/readiness").status()).isEqualTo(503);
      assertThat(clinic.main("/actuator/health/liveness").status()).isEqualTo(200);
      assertThat(clinic.probe("/readyz?verbose").body()).doesNotContain("sonde/");
    }
    try (Clinic clinic = Clinic.start(SHOWN, "sonde.contributors=false")) {
      assertThat(clinic.main("/actuator/health").body()).doesNotContain("\"sonde\"");
      clinic.bean(WaitingRoom.class).fill(10);
      assertThat(clinic.main("/actuator/health/readiness").status()).isEqualTo(200);
    }
  }

  @Test
  void checksAreSeenInAReactiveActuator() throws Exception {
    try (Clinic clinic = Clinic.start(SHOWN, "spring.main.web-application-type=reactive")) {
      assertThat(clinic.main("/actuator/health").body()).contains("\"waiting-room-has-room\"");
      assertThat(clinic.probe("/readyz?verbose").body())
          .contains("[+]laboratory ok", "[+]pharmacy ok")
          .doesNotContain("sonde/");
      clinic.bean(WaitingRoom.class).fill(10);
      assertThat(clinic.main("/actuator/health/readiness").status()).isEqualTo(503);
    }
  }

  @Test
  void availabilityStatesCountAndAreChanged() throws Exception {
    try (Clinic clinic = Clinic.start("sonde.contributors=false")) {
      List<Object> states = new CopyOnWriteArrayList<>();
      ApplicationListener<AvailabilityChangeEvent<?>> listener =
          event -> states.add(event.getState());
      clinic.context().addApplicationListener(listener);
      AvailabilityChangeEvent.publish(clinic.context(), ReadinessState.REFUSING_TRAFFIC);
      assertThat(clinic.probe("/readyz?verbose").body()).contains("[-]readinessState");
      assertThat(clinic.probe("/livez").status()).isEqualTo(200);
      AvailabilityChangeEvent.publish(clinic.context(), ReadinessState.ACCEPTING_TRAFFIC);
      assertThat(clinic.probe("/readyz").status()).isEqualTo(200);
      states.clear();

      clinic.bean(WaitingRoom.class).fill(10);
      assertThat(clinic.probe("/readyz").status()).isEqualTo(503);
      eventually(() -> states.equals(List.of(ReadinessState.REFUSING_TRAFFIC)));
      assertThat(clinic.main("/actuator/health/readiness").status()).isEqualTo(503);
      clinic.bean(WaitingRoom.class).fill(0);
      assertThat(clinic.probe("/readyz").status()).isEqualTo(200);
      eventually(
          () ->
              states.equals(
                  List.of(ReadinessState.REFUSING_TRAFFIC, ReadinessState.ACCEPTING_TRAFFIC)));
    }
  }

  /** A condition that comes true sooner or later. */
  interface Condition {
    boolean holds() throws Exception;
  }

  private static void eventually(Condition condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
