package dev.sonde.dsl;

import static dev.sonde.dsl.Probes.exec;
import static dev.sonde.dsl.Probes.grpc;
import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.minutes;
import static dev.sonde.dsl.Probes.seconds;
import static dev.sonde.dsl.Probes.stopsWithin;
import static dev.sonde.dsl.Probes.tcpSocket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sonde.model.ProbeSet;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FluentProbesTest {

  @Test
  void writesTheProbesOfAContainer() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .startup(httpGet("/startedz").port("health").every(seconds(2)).startsWithin(minutes(2)))
            .liveness(httpGet("/livez").port("health").every(seconds(10)).failuresBeforeRestart(3))
            .readiness(tcpSocket(8080).initialDelay(seconds(5)).every(seconds(10)));

    assertThat(probes.toYaml())
        .isEqualTo(
            """
            startupProbe:
              httpGet:
                path: /startedz
                port: health
              periodSeconds: 2
              failureThreshold: 61
            livenessProbe:
              httpGet:
                path: /livez
                port: health
              periodSeconds: 10
              failureThreshold: 3
            readinessProbe:
              tcpSocket:
                port: 8080
              initialDelaySeconds: 5
              periodSeconds: 10
            """);
  }

  @Test
  void derivesHookAndGracePeriodFromHowTheApplicationStops() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .shutdown(stopsWithin(seconds(20)).afterPreStop(seconds(5)).draining(seconds(3)));

    assertThat(probes.toYaml())
        .isEqualTo(
            """
            lifecycle:
              preStop:
                sleep:
                  seconds: 5
            """);
    assertThat(probes.termination().terminationGracePeriodSeconds()).hasValue(33);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stopsWithin(seconds(0)))
        .withMessage("stopsWithin = PT0S must be at least 1 s.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stopsWithin(seconds(1)).afterPreStop(Duration.ofMillis(1500)))
        .withMessageContaining("has a fraction of a second");
  }

  @Test
  void offersEveryFieldUnderKubernetesOwnName() {
    ProbeSet probes =
        ProbeSet.forOnlyContainer()
            .startup(
                exec("cat", "/tmp/started")
                    .failureThreshold(30)
                    .terminationGracePeriodSeconds(60)
                    .timeoutSeconds(2))
            .liveness(
                grpc(9090)
                    .service("live")
                    .initialDelaySeconds(1)
                    .timeoutSeconds(2)
                    .periodSeconds(3)
                    .failureThreshold(4))
            .readiness(
                httpGet("/readyz")
                    .port(8443)
                    .host("127.0.0.1")
                    .scheme("HTTPS")
                    .header("X-A", "1")
                    .header("X-A", "2")
                    .successThreshold(2)
                    .failureThreshold(5));

    assertThat(probes.toYaml())
        .isEqualTo(
            """
            startupProbe:
              exec:
                command:
                  - cat
                  - /tmp/started
              timeoutSeconds: 2
              failureThreshold: 30
              terminationGracePeriodSeconds: 60
            livenessProbe:
              grpc:
                port: 9090
                service: live
              initialDelaySeconds: 1
              timeoutSeconds: 2
              periodSeconds: 3
              failureThreshold: 4
            readinessProbe:
              httpGet:
                path: /readyz
                port: 8443
                host: "127.0.0.1"
                scheme: HTTPS
                httpHeaders:
                  - name: X-A
                    value: "1"
                  - name: X-A
                    value: "2"
              successThreshold: 2
              failureThreshold: 5
            """);
  }

  @Test
  void givesEachIntentTheFieldItStandsFor() {
    ProbeSet byIntent =
        ProbeSet.forOnlyContainer()
            .liveness(
                tcpSocket("http")
                    .timeout(seconds(3))
                    .failuresBeforeRestart(4)
                    .gracePeriod(minutes(1)))
            .readiness(tcpSocket("http").successesBeforeReady(2).failuresBeforeUnready(5));
    ProbeSet byField =
        ProbeSet.forOnlyContainer()
            .liveness(
                tcpSocket("http")
                    .timeoutSeconds(3)
                    .failureThreshold(4)
                    .terminationGracePeriodSeconds(60))
            .readiness(tcpSocket("http").successThreshold(2).failureThreshold(5));

    assertThat(byIntent).isEqualTo(byField);
  }

  @Test
  void aBeginningMayBeSharedByProbes() {
    HttpGetProbe health = httpGet("/healthz").port(8080).every(seconds(5));

    ProbeSet probes =
        ProbeSet.forOnlyContainer()
            .liveness(health.failuresBeforeRestart(6))
            .readiness(health.successesBeforeReady(2));

    assertThat(health.draft().probe().failureThreshold()).isEmpty();
    assertThat(probes.liveness().orElseThrow().failureThreshold()).hasValue(6);
    assertThat(probes.readiness().orElseThrow().failureThreshold()).isEmpty();
    assertThat(health).isEqualTo(httpGet("/healthz").port(8080).every(seconds(5)));
  }

  /** The container must not be restarted before d + (f - 1) * p, less a second of a delay. */
  @ParameterizedTest
  @CsvSource({
    "PT1S,    0, 10, 2",
    "PT10S,   0, 10, 2",
    "PT10.1S, 0, 10, 3",
    "PT11S,   0, 10, 3",
    "PT20S,   0, 10, 3",
    "PT2M,    0, 2, 61",
    "PT2M,   30, 2, 47",
    "PT29S,  30, 10, 1",
    "PT30S,  30, 10, 2",
    "PT5S,   30, 10, 1",
    "PT31S,  30, 10, 2",
  })
  void computesTheThresholdOfTheGuaranteedStart(
      Duration wanted, int delay, int period, int threshold) {
    StartupProbe probe =
        tcpSocket(80).startsWithin(wanted).initialDelaySeconds(delay).periodSeconds(period);

    assertThat(probe.startupProbe().failureThreshold()).hasValue(threshold);
    assertThat(probe.budget().guaranteedStart()).isGreaterThanOrEqualTo(wanted);
  }

  @Test
  void refusesTwoAnswersToHowManyFailures() {
    assertThatIllegalStateException()
        .isThrownBy(() -> tcpSocket(80).failureThreshold(3).startsWithin(minutes(1)))
        .withMessage(
            "startsWithin computes failureThreshold, which was set to 3 before."
                + " Set only one of them.");
  }

  @Test
  void refusesAStartThatNeedsMoreFailuresThanKubernetesCanCount() {
    StartupProbe probe = tcpSocket(80).every(seconds(1)).startsWithin(Duration.ofDays(30_000));

    assertThatIllegalArgumentException()
        .isThrownBy(probe::startupProbe)
        .withMessage(
            "startsWithin PT720000H needs more failures than fit into failureThreshold."
                + " Raise the period.");
  }

  static Stream<Supplier<Object>> badDurationsAndCounts() {
    TcpSocketProbe probe = tcpSocket(80);
    return Stream.of(
        () -> probe.every(seconds(0)),
        () -> probe.every(Duration.ofMillis(1500)),
        () -> probe.every(seconds(2_147_483_648L)),
        () -> probe.timeout(seconds(0)),
        () -> probe.timeout(seconds(-1)),
        () -> probe.initialDelay(seconds(-1)),
        () -> probe.initialDelay(Duration.ofNanos(1)),
        () -> probe.gracePeriod(seconds(0)),
        () -> probe.startsWithin(seconds(0)),
        () -> probe.startsWithin(seconds(-1)),
        () -> probe.failuresBeforeRestart(0),
        () -> probe.failuresBeforeUnready(0),
        () -> probe.successesBeforeReady(0));
  }

  @ParameterizedTest
  @MethodSource("badDurationsAndCounts")
  void refusesABadDurationOrCountWhereItIsSet(Supplier<Object> call) {
    assertThatIllegalArgumentException().isThrownBy(call::get).withMessageMatching(".+=.+\\.");
  }

  @Test
  void acceptsTheLimitsOfDurations() {
    TcpSocketProbe probe = tcpSocket(80).every(seconds(1)).timeout(seconds(1));

    assertThat(probe.initialDelay(seconds(0)).every(seconds(Integer.MAX_VALUE)).livenessProbe())
        .isNotNull();
  }

  @Test
  void failsWithTheRulesAndWordsOfManifests() {
    HttpGetProbe probe = httpGet("/livez").port("8080").timeoutSeconds(-1);

    assertThatExceptionOfType(InvalidProbeException.class)
        .isThrownBy(() -> ProbeSet.forContainer("orders").liveness(probe))
        .withMessage(
            """
            Kubernetes would refuse this liveness probe:
              [port-name] port "8080" of the liveness probe is text and so must be a port's name, with a letter. Write the number, without quotes: 8080.
              [negative-number] timeoutSeconds = -1 of the liveness probe is negative. Write a positive number, or remove it to use Kubernetes' default.""")
        .satisfies(e -> assertThat(e.findings().all()).hasSize(2));
  }

  @Test
  void showsWhatWasWritten() {
    assertThat(tcpSocket(80).every(seconds(10)).startsWithin(seconds(60)))
        .hasToString(
            """
            tcpSocket:
              port: 80
            periodSeconds: 10
            failureThreshold: 7
            """);
  }
}
