package dev.sonde.lint;

import static dev.sonde.dsl.Probes.exec;
import static dev.sonde.dsl.Probes.grpc;
import static dev.sonde.dsl.Probes.httpGet;
import static dev.sonde.dsl.Probes.seconds;
import static dev.sonde.dsl.Probes.tcpSocket;
import static dev.sonde.lint.LintFixture.both;
import static dev.sonde.lint.LintFixture.find;
import static dev.sonde.lint.LintFixture.liveness;
import static dev.sonde.lint.LintFixture.orders;
import static dev.sonde.lint.LintFixture.preStop;
import static dev.sonde.lint.LintFixture.readiness;
import static dev.sonde.lint.LintFixture.stopSignal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sonde.dsl.AnyProbe;
import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.PodSpec;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeLintTest {

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of(httpGet("/").port(8080), httpGet("/").port(8080), true),
        Arguments.of(httpGet("").port("http"), httpGet("/").port(8080).https(), true),
        Arguments.of(httpGet("/a").port(8080), httpGet("/b").port(8080), false),
        Arguments.of(httpGet("/").port(8080), httpGet("/").port("health"), false),
        Arguments.of(tcpSocket("http"), tcpSocket(8080), true),
        Arguments.of(tcpSocket(8080), tcpSocket(8081), false),
        Arguments.of(tcpSocket(8080), httpGet("/").port(8080), false),
        Arguments.of(exec("a", "b"), exec("a", "b"), true),
        Arguments.of(exec("a", "b"), exec("a", "c"), false),
        Arguments.of(grpc(9090), grpc(9090).service(""), true),
        Arguments.of(grpc(9090), grpc(9090).service("ready"), false));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void livenessAndReadinessAskDifferentQuestions(
      AnyProbe<?> liveness, AnyProbe<?> readiness, boolean same) {
    assertThat(find("liveness-equals-readiness", both(liveness, readiness)).isEmpty())
        .isEqualTo(!same);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void theSameQuestionIsAWarningHoweverLongLivenessWaits(int failureThreshold) {
    assertThat(
            find(
                "liveness-equals-readiness",
                both(tcpSocket(8080).failureThreshold(failureThreshold), tcpSocket(8080))))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 10 |  0 | 32 s | Let failureThreshold x periodSeconds of readiness be at most 8, such as"
            + " 4 x 2: then the drain is long enough by default. Or drain for 32 s.",
        "3 | 10 | 30 |  2 s | Let failureThreshold x periodSeconds of readiness be at most 8, such as"
            + " 4 x 2: then the drain is long enough by default. Or drain for 32 s.",
        "2 |  2 |  2 |  4 s | Drain for 6 s, as it does by default.",
      })
  void aRestartLosesTrafficUntilReadinessFails(
      int failureThreshold, int period, int drain, String lost, String remedy) {
    assertThat(
            find(
                "restart-loses-traffic",
                both(
                    httpGet("/livez").port("health"),
                    httpGet("/readyz")
                        .port("health")
                        .failureThreshold(failureThreshold)
                        .periodSeconds(period)),
                ApplicationFacts.JVM.withDrainSeconds(drain)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("up to " + lost + ":"))
        .extracting(Finding::remedy)
        .isEqualTo(remedy);
  }

  @ParameterizedTest
  @CsvSource({"2,10,1", "3,10,0", "4,10,0", "1,60,1", "3,9,1"})
  void readinessFailsFirst(int failureThreshold, int period, int findings) {
    assertThat(
            find(
                "liveness-before-readiness",
                both(
                    httpGet("/livez")
                        .port("health")
                        .failureThreshold(failureThreshold)
                        .periodSeconds(period),
                    httpGet("/readyz").port("health"))))
        .hasSize(findings);
  }

  @Test
  void anExternalCheckBehindLivenessNeedsAReason() {
    ApplicationFacts silent =
        ApplicationFacts.JVM.withChecks(check(ProbeKind.LIVENESS, Optional.of(" ")));

    assertThat(find("liveness-external", liveness(tcpSocket(8080)), silent))
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Severity.ERROR,
                "check \"database-reachable\" behind the liveness probe of container \"orders\""
                    + " depends on another system, which no restart cures."));
    assertThat(
            find(
                "liveness-external",
                liveness(tcpSocket(8080)),
                ApplicationFacts.JVM.withChecks(
                    check(ProbeKind.LIVENESS, Optional.of("The driver never reconnects.")),
                    check(ProbeKind.READINESS, Optional.empty()))))
        .isEmpty();
  }

  private static CheckFacts check(ProbeKind kind, Optional<String> reason) {
    return new CheckFacts("database-reachable", kind, Optional.empty(), true, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/actuator/health,/actuator/health/liveness",
    "/app/actuator/health/,/app/actuator/health/liveness",
    "/q/health,/q/health/live",
    "/actuator/health/liveness,",
    "/health,",
  })
  void livenessDoesNotAskAFrameworksOverallHealth(String path, String better) {
    assertThat(find("liveness-overall-health", both(httpGet(path).port(1), httpGet(path).port(2))))
        .extracting(Finding::remedy)
        .isEqualTo(better == null ? List.of() : List.of("Ask " + better + "."));
  }

  /** Many servers that are no JVM's have one state only. */
  @ParameterizedTest
  @CsvSource({"'', true, 1", "liveness, true, 0", "'', false, 0"})
  void livenessByGrpcNamesAService(String service, boolean jvm, int findings) {
    assertThat(
            find(
                "liveness-overall-health",
                both(grpc(9090).service(service), grpc(9090).service("readiness")),
                jvm ? ApplicationFacts.JVM : ApplicationFacts.UNKNOWN))
        .hasSize(findings)
        .allSatisfy(
            finding ->
                assertThat(finding.remedy())
                    .isEqualTo(
                        "Name one that tells of liveness alone, such as service: liveness."));
  }

  @ParameterizedTest
  @CsvSource({
    "1,799,",
    "1,800,2",
    "1,1600,3",
    "2,1599,",
    "2,1600,3",
    "2,2000,3",
    "2,2400,3",
    "2,2500,4",
    "4,3499,",
    "4,3500,5",
    "4,9500,11",
  })
  void aCheckIsDoneBeforeItsProbeAnswers(int timeout, long millis, Integer enough) {
    CheckFacts check =
        new CheckFacts(
            "db",
            ProbeKind.READINESS,
            Optional.of(Duration.ofMillis(millis)),
            true,
            Optional.empty());

    assertThat(
            find(
                "check-deadline",
                readiness(tcpSocket(8080).timeoutSeconds(timeout)),
                ApplicationFacts.JVM.withChecks(check)))
        .extracting(Finding::remedy)
        .isEqualTo(
            enough == null
                ? List.of()
                : List.of(
                    "Set timeoutSeconds to at least %d, or lower the check's deadline."
                        .formatted(enough)));
  }

  @ParameterizedTest
  @CsvSource({"9,10,0", "10,10,0", "11,10,1", "1,1,0", "0,0,0", "0,11,0", "2,1,1"})
  void aTimeoutIsNotLongerThanThePeriod(int timeout, int period, int findings) {
    assertThat(
            find(
                "timeout-beyond-period",
                readiness(tcpSocket(8080).timeoutSeconds(timeout).periodSeconds(period))))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,0"})
  void livenessBearsMoreThanOneFailure(int failureThreshold, int findings) {
    assertThat(
            find(
                "liveness-single-failure",
                both(
                    tcpSocket(8080).failureThreshold(failureThreshold),
                    tcpSocket(8081).failureThreshold(1))))
        .hasSize(findings);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "2,0"})
  void livenessBearsAPauseOfAJvm(int timeout, int findings) {
    assertThat(
            find(
                "jvm-timeout",
                liveness(tcpSocket(8080).timeoutSeconds(timeout)),
                ApplicationFacts.JVM))
        .hasSize(findings);
    assertThat(find("jvm-timeout", liveness(tcpSocket(8080)))).isEmpty();
  }

  @Test
  void livenessAsksTheApplicationItself() {
    assertThat(find("liveness-tcp", liveness(tcpSocket(8080)), ApplicationFacts.JVM))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(find("liveness-tcp", liveness(tcpSocket(8080)))).isEmpty();
    assertThat(find("liveness-tcp", both(grpc(8080), tcpSocket(8080)), ApplicationFacts.JVM))
        .isEmpty();
  }

  @Test
  void aNamedPortIsDeclared() {
    assertThat(find("port-undeclared", liveness(httpGet("/").port("health")))).isEmpty();
    assertThat(find("port-undeclared", liveness(httpGet("/").port("metrics"))))
        .extracting(Finding::message, Finding::remedy)
        .containsExactly(
            tuple(
                "port name \"metrics\" of the liveness probe of container \"orders\" is not"
                    + " declared; declared: http, health.",
                "Declare it among the container's ports, or give a number."));
  }

  @Test
  void aNumberedPortIsDeclared() {
    assertThat(find("port-number-undeclared", both(grpc(8080), tcpSocket(8081)))).isEmpty();
    assertThat(find("port-number-undeclared", both(grpc(8082), exec("true"))))
        .extracting(Finding::message)
        .containsExactly(
            "port 8082 of the liveness probe of container \"orders\" is not among the container's"
                + " ports: 8080, 8081.");
    assertThat(find("port-number-undeclared", liveness(tcpSocket(80)).withPorts()))
        .extracting(Finding::message)
        .containsExactly(
            "port 80 of the liveness probe of container \"orders\" is not among the container's"
                + " ports; it declares none.");
  }

  @Test
  void aTlsPortIsAskedWithTls() {
    assertThat(find("http-on-tls-port", liveness(httpGet("/").port(8443)))).hasSize(1);
    assertThat(find("http-on-tls-port", liveness(httpGet("/").port("https")))).hasSize(1);
    assertThat(find("http-on-tls-port", liveness(httpGet("/").port(8443).https()))).isEmpty();
    assertThat(find("http-on-tls-port", liveness(tcpSocket(8443)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "SIGINT  | linux   | true  | -",
        "SIGTERM | windows | true  | -",
        "SIGUSR1 | linux   | false | -",
        "SIGINT  | -       | true  | needs the pod to say its operating system. Add os.name to the"
            + " pod, such as linux, or remove stopSignal.",
        "SIGINT  | windows | true  | does not exist on windows. Write SIGTERM or SIGKILL, or remove"
            + " it.",
        "INT     | linux   | true  | is not a signal that Kubernetes knows. Did you mean"
            + " \"SIGINT\"?",
        "SIGQUIT | linux   | true  | lets the JVM run no shutdown hook. Write SIGTERM, SIGINT or"
            + " SIGHUP, or remove it.",
        "SIGKILL | windows | true  | lets the JVM run no shutdown hook. Write SIGTERM, SIGINT or"
            + " SIGHUP, or remove it."
      })
  void aStopSignalStopsTheContainerInAnOrderlyWay(
      String signal, String os, boolean jvm, String expected) {
    PodSpec pod = PodSpec.of(orders().withLifecycle(stopSignal(signal)));
    ApplicationFacts facts = jvm ? ApplicationFacts.JVM : ApplicationFacts.UNKNOWN;
    PodContext context =
        PodContext.of("Deployment").withContainers(Map.of("orders", ContainerContext.of(facts)));
    assertThat(find("stop-signal", os == null ? pod : pod.withOs(os), context))
        .extracting(finding -> finding.fieldPath() + " " + finding.text())
        .isEqualTo(
            expected == null
                ? List.of()
                : List.of(
                    "spec.containers[0].lifecycle.stopSignal [stop-signal] stopSignal \"%s\" of container \"orders\" %s"
                        .formatted(signal, expected)));
  }

  @Test
  void probesAndHooksLeaveTheHostUnset() {
    HttpGet hook =
        new HttpGet(
            Optional.of("/"),
            Port.of(80),
            Optional.of("example.org"),
            Optional.empty(),
            List.of(),
            Optional.empty());

    assertThat(
            find(
                "host-set",
                both(httpGet("/").port(80).host("localhost"), tcpSocket(80).host("10.0.0.1"))
                    .withLifecycle(preStop(LifecycleHook.of(hook)))))
        .extracting(finding -> finding.fieldPath() + " " + finding.message())
        .containsExactly(
            "spec.containers[0].livenessProbe.httpGet.host host \"localhost\" of the liveness probe"
                + " of container \"orders\" is the node, not the container.",
            "spec.containers[0].readinessProbe.tcpSocket.host host \"10.0.0.1\" of the readiness"
                + " probe of container \"orders\" is dialled from the node, instead of the pod.",
            "spec.containers[0].lifecycle.preStop.httpGet.host host \"example.org\" of the preStop"
                + " hook of container \"orders\" is dialled from the node, instead of the pod.");
    assertThat(find("host-set", liveness(tcpSocket(80).host("")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/healthz?x=1,/healthz?x=1",
    "HTTPS://example.org,/",
    "/redirect?to=http://a/b,",
  })
  void aPathIsNoUrl(String path, String better) {
    assertThat(find("path-is-url", liveness(httpGet(path).port(80))))
        .extracting(Finding::remedy)
        .isEqualTo(better == null ? List.of() : List.of("Write the path alone: " + better + "."));
  }

  @ParameterizedTest
  @CsvSource({
    "/,",
    "'',",
    "/login,WARNING",
    "/app/sign-in?next=/,WARNING",
    "/oauth2/authorize,WARNING",
    "/healthz,",
    "/loginservice/health,",
  })
  void aPathAnswersByItself(String path, Severity severity) {
    assertThat(find("redirect-trap", liveness(httpGet(path).port(80))))
        .extracting(Finding::severity)
        .isEqualTo(severity == null ? List.of() : List.of(severity));
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(exec("cat", "/tmp/healthy"), 0, 0),
        Arguments.of(exec("cat /tmp/healthy"), 1, 0),
        Arguments.of(exec("cat", "/tmp/a", "&&", "true"), 1, 0),
        Arguments.of(exec("/bin/sh", "-c", "cat /tmp/a && true"), 0, 0),
        Arguments.of(exec("pg_isready", "-U", "app user"), 0, 0),
        Arguments.of(exec("java", "-jar", "probe.jar"), 0, 1),
        Arguments.of(exec("sh", "-c", "cd /app; /usr/bin/java Probe"), 0, 1),
        Arguments.of(exec("sh", "-c", "exec java -version"), 0, 1),
        Arguments.of(exec("cat", "/tmp/java"), 0, 0));
  }

  @Test
  void aCommandRunsWithoutAShell() {
    commands()
        .map(Arguments::get)
        .forEach(
            row ->
                assertThat(find("exec-without-shell", liveness((AnyProbe<?>) row[0])))
                    .as(row[0].toString())
                    .hasSize((int) row[1]));
  }

  @Test
  void aCommandStartsNoJvm() {
    commands()
        .map(Arguments::get)
        .forEach(
            row ->
                assertThat(find("exec-starts-jvm", liveness((AnyProbe<?>) row[0])))
                    .as(row[0].toString())
                    .hasSize((int) row[2]));
  }

  @ParameterizedTest
  @CsvSource({"4,1", "5,0"})
  void aCommandDoesNotRunAllTheTime(int period, int findings) {
    assertThat(find("exec-short-period", liveness(exec("true").every(seconds(period)))))
        .hasSize(findings);
    assertThat(find("exec-short-period", liveness(tcpSocket(80).every(seconds(period))))).isEmpty();
  }

  @Test
  void copesWithAnEmptyCommand() {
    assertThat(
            find(
                "exec-without-shell",
                orders().with(ProbeKind.LIVENESS, Probe.of(new Exec(List.of())))))
        .isEmpty();
  }
}
