package dev.sonde.rules;

import static dev.sonde.model.ProbeKind.LIVENESS;
import static dev.sonde.model.ProbeKind.READINESS;
import static dev.sonde.model.ProbeKind.STARTUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.ContainerRestart;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.Handler;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.RestartRule;
import dev.sonde.model.Sleep;
import dev.sonde.model.TcpSocket;
import dev.sonde.model.TerminationTiming;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeRulesTest {

  private static final Handler OK = HttpGet.of("/healthz", Port.of(8080));

  @ParameterizedTest
  @EnumSource(ProbeKind.class)
  void acceptsAProbeThatSetsOnlyItsHandler(ProbeKind kind) {
    assertThat(ProbeRules.validate(kind, Probe.of(OK))).isEmpty();
    assertThat(ProbeRules.validate(kind, Probe.of(Exec.of("")))).isEmpty();
    assertThat(ProbeRules.validate(kind, Probe.of(TcpSocket.of(Port.named("http"))))).isEmpty();
    assertThat(ProbeRules.validate(kind, Probe.of(Grpc.of(9090)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ", 30, 0",
    ", 31, 1",
    "60, 60, 0",
    "60, 61, 1",
  })
  void theHookOfASetLiesWithinItsGracePeriod(Long gracePeriod, long sleep, int findings) {
    TerminationTiming termination =
        TerminationTiming.DEFAULT.withPreStop(LifecycleHook.of(new Sleep(sleep)));
    if (gracePeriod != null) {
      termination = termination.withTerminationGracePeriodSeconds(gracePeriod);
    }
    for (ProbeSet set : List.of(ProbeSet.forOnlyContainer(), ProbeSet.forContainer("orders"))) {
      assertThat(ProbeRules.validate(set.with(termination)).all())
          .hasSize(findings)
          .allSatisfy(
              finding -> {
                assertThat(finding.ruleId()).isEqualTo("hook-sleep-range");
                assertThat(finding.fieldPath()).hasToString("lifecycle.preStop.sleep");
              });
    }
  }

  @Test
  void demandsAHandlerOnTheProbeItself() {
    assertThat(lines(ProbeRules.validate(LIVENESS, Probe.builder().build())))
        .containsExactly(
            "livenessProbe [handler-missing] the liveness probe has no handler."
                + " Add one of exec, httpGet, tcpSocket and grpc.");
  }

  @Test
  void looksIntoTheFirstHandlerOnlyAndForbidsTheOthers() {
    Probe probe =
        Probe.builder()
            .handler(Grpc.of(0))
            .handler(TcpSocket.of(Port.of(0)))
            .handler(HttpGet.of("/", Port.of(0)))
            .handler(new Exec(List.of()))
            .build();

    assertThat(lines(ProbeRules.validate(READINESS, probe)))
        .containsExactly(
            "readinessProbe.exec.command [exec-command] the exec command of the readiness probe"
                + " is empty. Name the program to run, and its arguments.",
            "readinessProbe.httpGet [one-handler] the readiness probe has both exec and httpGet;"
                + " it can have one handler. Keep one of them.",
            "readinessProbe.tcpSocket [one-handler] the readiness probe has both exec and"
                + " tcpSocket; it can have one handler. Keep one of them.",
            "readinessProbe.grpc [one-handler] the readiness probe has both exec and grpc;"
                + " it can have one handler. Keep one of them.");
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,false", "1,true", "65535,true", "65536,false"})
  void acceptsPortNumbersFrom1To65535(int number, boolean legal) {
    for (Handler handler :
        List.of(HttpGet.of("/", Port.of(number)), TcpSocket.of(Port.of(number)), Grpc.of(number))) {
      Findings findings = ProbeRules.validate(STARTUP, Probe.of(handler));

      assertThat(findings.isEmpty()).isEqualTo(legal);
      assertThat(findings)
          .allSatisfy(
              finding -> {
                assertThat(finding.ruleId()).isEqualTo("port-range");
                assertThat(finding.fieldPath())
                    .hasToString("startupProbe." + handler.fieldName() + ".port");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "http", "8080-tcp", "a-b-c", "abcdefghijklmno", "1a"})
  void acceptsPortNames(String name) {
    assertThat(ProbeRules.validate(LIVENESS, Probe.of(TcpSocket.of(Port.named(name))))).isEmpty();
  }

  /** The API server reports each thing that is wrong with a name on its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8080             | 1",
        "''               | 2",
        "HTTP             | 2",
        "Http             | 1",
        "abcdefghijklmnop | 1",
        "ABCDEFGHIJKLMNOP | 3",
        "a--b             | 1",
        "-a               | 1",
        "a-               | 1",
        "-                | 2",
        "--               | 3",
        "a_b              | 1",
        "éééééééé         | 3",
        "http port        | 1",
      })
  void reportsEachThingWrongWithAPortName(String name, int count) {
    Findings findings =
        ProbeRules.validate(LIVENESS, Probe.of(TcpSocket.of(Port.named(name == null ? "" : name))));

    assertThat(findings.all())
        .hasSize(count)
        .allSatisfy(
            finding -> {
              assertThat(finding.ruleId()).isEqualTo("port-name");
              assertThat(finding.fieldPath()).hasToString("livenessProbe.tcpSocket.port");
            });
  }

  @Test
  void saysHowToWriteAPortThatIsQuotedDigitsOrInCapitals() {
    assertThat(lines(ProbeRules.validate(LIVENESS, Probe.of(HttpGet.of("/", Port.named("8080"))))))
        .containsExactly(
            "livenessProbe.httpGet.port [port-name] port \"8080\" of the liveness probe is text"
                + " and so must be a port's name, with a letter."
                + " Write the number, without quotes: 8080.");
    assertThat(lines(ProbeRules.validate(LIVENESS, Probe.of(HttpGet.of("/", Port.named("Http"))))))
        .containsExactly(
            "livenessProbe.httpGet.port [port-name] port \"Http\" of the liveness probe has"
                + " characters other than a-z, 0-9 and hyphens. Did you mean \"http\"?");
  }

  @ParameterizedTest
  @CsvSource({"HTTP,true", "HTTPS,true", "'',true", "http,false", "Https,false", "TCP,false"})
  void acceptsTheSchemesInCapitalsOnly(String scheme, boolean legal) {
    Handler handler =
        new HttpGet(
            Optional.of("/"),
            Port.of(80),
            Optional.empty(),
            Optional.of(scheme),
            List.of(),
            Optional.empty());

    Findings findings = ProbeRules.validate(READINESS, Probe.of(handler));

    assertThat(findings.isEmpty()).isEqualTo(legal);
    assertThat(paths(findings)).allMatch("readinessProbe.httpGet.scheme"::equals);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "HTTP1 | HTTPS | shop.example | -",
        "HTTP2 | -     | -            | -",
        "HTTP2 | HTTP  | ''           | -",
        "http2 | -     | - | protocol \"http2\" of the readiness probe is neither HTTP1 nor HTTP2."
            + " Write it as HTTP2: capitals count.",
        "h2c   | -     | - | protocol \"h2c\" of the readiness probe is neither HTTP1 nor HTTP2."
            + " Write HTTP1 or HTTP2.",
        "''    | -     | - | protocol \"\" of the readiness probe is neither HTTP1 nor HTTP2."
            + " Write HTTP1 or HTTP2.",
        "HTTP2 | HTTPS | shop | protocol HTTP2 of the readiness probe cannot have the scheme HTTPS."
            + " Remove protocol: over HTTPS the server itself can choose HTTP/2.",
        "HTTP2 | HTTP  | shop | protocol HTTP2 of the readiness probe cannot have the host"
            + " \"shop\". Remove host; to choose a virtual host, send a Host header."
      })
  void http2IsWithoutTlsAndWithoutHost(
      String protocol, String scheme, String host, String expected) {
    HttpGet handler =
        new HttpGet(
            Optional.empty(),
            Port.of(80),
            Optional.ofNullable(host),
            Optional.ofNullable(scheme),
            List.of(),
            Optional.of(protocol));

    assertThat(lines(ProbeRules.validate(READINESS, Probe.of(handler))))
        .isEqualTo(
            expected == null
                ? List.of()
                : List.of("readinessProbe.httpGet.protocol [http-protocol] " + expected));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "Plaintext | -",
        "TLS       | -",
        "tls       | Write it as TLS: capitals count.",
        "PLAINTEXT | Write it as Plaintext: capitals count.",
        "Verify    | Write Plaintext or TLS."
      })
  void aGrpcModeIsPlaintextOrTls(String mode, String remedy) {
    assertThat(lines(ProbeRules.validate(LIVENESS, Probe.of(Grpc.of(9090).withMode(mode)))))
        .isEqualTo(
            remedy == null
                ? List.of()
                : List.of(
                    "livenessProbe.grpc.mode [grpc-mode] mode \"%s\" of the liveness probe is neither Plaintext nor TLS. %s"
                        .formatted(mode, remedy)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "SIGTERM     | -",
        "SIGINT      | -",
        "SIGRTMIN+15 | -",
        "SIGRTMAX-14 | -",
        "SIGRTMAX-15 | Did you mean \"SIGRTMAX-1\"?",
        "TERM        | Did you mean \"SIGTERM\"?",
        "SIGTREM     | Did you mean \"SIGTERM\"?",
        "15          | Write one such as SIGTERM or SIGINT, or remove it.",
        "''          | Write one such as SIGTERM or SIGINT, or remove it."
      })
  void aStopSignalIsOneThatKubernetesKnows(String signal, String remedy) {
    ProbeSet probes = ProbeSet.forContainer("orders").stopSignal(signal);

    assertThat(lines(ProbeRules.validate(probes)))
        .isEqualTo(
            remedy == null
                ? List.of()
                : List.of(
                    "lifecycle.stopSignal [stop-signal] stopSignal \"%s\" of container \"orders\" is not a signal that Kubernetes knows. %s"
                        .formatted(signal, remedy)));
    assertThat(ProbeRules.validate(probes).hasErrors()).isEqualTo(remedy != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Never  | In    | Restart              | -",
        "Always | NotIn | RestartAllContainers | -",
        "never  | In    | Restart              | container-restart-policy restartPolicy",
        "''     | In    | Restart              | container-restart-policy restartPolicy",
        "-      | In    | Restart              | container-restart-policy restartPolicy",
        "Never  | Not   | Restart              | restart-policy-rules restartPolicyRules[0].exitCodes.operator",
        "Never  | In    | Kill                 | restart-policy-rules restartPolicyRules[0].action"
      })
  void aContainerHasAPolicyAndRulesThatKubernetesKnows(
      String policy, String operator, String action, String found) {
    RestartRule rule =
        new RestartRule(action, Optional.of(new RestartRule.ExitCodes(operator, List.of(42))));
    ContainerRestart restart = new ContainerRestart(Optional.ofNullable(policy), List.of(rule));
    for (ProbeSet probes : List.of(ProbeSet.forContainer("a"), ProbeSet.forOnlyContainer())) {
      assertThat(ProbeRules.validate(probes.with(restart)).stream())
          .extracting(finding -> finding.ruleId() + " " + finding.focus())
          .isEqualTo(found == null ? List.of() : List.of(found));
    }
  }

  @Test
  void reportsEachBadHeaderOnTheListAndFocusesOnItsName() {
    Handler handler =
        new HttpGet(
            Optional.empty(),
            Port.of(80),
            Optional.empty(),
            Optional.empty(),
            headers("X-Good", "X_Bad", "", "X-Good", "Host:"),
            Optional.empty());

    Findings findings = ProbeRules.validate(READINESS, Probe.of(handler));

    assertThat(paths(findings))
        .containsExactly(
            "readinessProbe.httpGet.httpHeaders",
            "readinessProbe.httpGet.httpHeaders",
            "readinessProbe.httpGet.httpHeaders");
    assertThat(findings.stream().map(finding -> finding.focus().toString()))
        .containsExactly(
            "readinessProbe.httpGet.httpHeaders[1].name",
            "readinessProbe.httpGet.httpHeaders[2].name",
            "readinessProbe.httpGet.httpHeaders[4].name");
  }

  private static List<HttpHeader> headers(String... names) {
    return Arrays.stream(names).map(name -> new HttpHeader(name, "a value: with colon")).toList();
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,true", "1,true", "2147483647,true"})
  void acceptsNumbersThatAreNotNegative(int value, boolean legal) {
    Probe.Builder probe = Probe.builder().handler(OK);
    Probe all =
        probe
            .initialDelaySeconds(value)
            .timeoutSeconds(value)
            .periodSeconds(value)
            .successThreshold(value)
            .failureThreshold(value)
            .build();

    Findings findings = ProbeRules.validate(READINESS, all);

    assertThat(paths(findings))
        .isEqualTo(
            legal
                ? List.of()
                : List.of(
                    "readinessProbe.initialDelaySeconds",
                    "readinessProbe.timeoutSeconds",
                    "readinessProbe.periodSeconds",
                    "readinessProbe.successThreshold",
                    "readinessProbe.failureThreshold"));
  }

  @ParameterizedTest
  @CsvSource({"-1,2", "0,0", "1,0", "2,1", "2147483647,1"})
  void acceptsOneSuccessOnlyForStartupAndLiveness(int value, int errors) {
    Probe probe = Probe.builder().handler(OK).successThreshold(value).build();

    assertThat(ProbeRules.validate(LIVENESS, probe).all()).hasSize(errors);
    assertThat(ProbeRules.validate(STARTUP, probe).all()).hasSize(errors);
    assertThat(paths(ProbeRules.validate(STARTUP, probe)))
        .allMatch("startupProbe.successThreshold"::equals);
  }

  @Test
  void saysWhatIsWrongWithASuccessThreshold() {
    Probe probe = Probe.builder().handler(OK).successThreshold(3).build();

    assertThat(lines(ProbeRules.validate(ProbeSet.forContainer("orders").with(LIVENESS, probe))))
        .containsExactly(
            "livenessProbe.successThreshold [liveness-success-threshold] successThreshold = 3 of"
                + " the liveness probe of container \"orders\" must be 1: Kubernetes rejects other"
                + " values for liveness and startup probes. Remove it, or make it a readiness"
                + " probe.");
  }

  @ParameterizedTest
  @CsvSource({"-1,1,2", "0,1,2", "1,0,1", "9223372036854775807,0,1"})
  void acceptsAPositiveGracePeriodButNoneForReadiness(long value, int errors, int ofReadiness) {
    Probe probe = Probe.builder().handler(OK).terminationGracePeriodSeconds(value).build();

    assertThat(ProbeRules.validate(LIVENESS, probe).all()).hasSize(errors);
    assertThat(ProbeRules.validate(STARTUP, probe).all()).hasSize(errors);
    assertThat(ProbeRules.validate(READINESS, probe).all()).hasSize(ofReadiness);
    assertThat(paths(ProbeRules.validate(READINESS, probe)))
        .allMatch("readinessProbe.terminationGracePeriodSeconds"::equals);
  }

  @Test
  void reportsTheHandlerFirstThenTheNumbersThenWhatIsSpecialForTheKind() {
    Probe probe =
        Probe.builder()
            .handler(TcpSocket.of(Port.of(0)))
            .failureThreshold(-1)
            .successThreshold(-1)
            .timeoutSeconds(-1)
            .terminationGracePeriodSeconds(0)
            .build();

    assertThat(
            ProbeRules.validate(LIVENESS, probe).stream()
                .map(finding -> finding.ruleId() + " " + finding.fieldPath()))
        .containsExactly(
            "port-range livenessProbe.tcpSocket.port",
            "negative-number livenessProbe.timeoutSeconds",
            "negative-number livenessProbe.successThreshold",
            "negative-number livenessProbe.failureThreshold",
            "grace-period-positive livenessProbe.terminationGracePeriodSeconds",
            "liveness-success-threshold livenessProbe.successThreshold");
  }

  @Test
  void reportsASetInTheApiServersOrder() {
    Probe empty = Probe.builder().build();
    ProbeSet probes =
        ProbeSet.forOnlyContainer()
            .with(STARTUP, empty)
            .with(LIVENESS, empty)
            .with(READINESS, empty);

    assertThat(paths(ProbeRules.validate(probes)))
        .containsExactly("livenessProbe", "readinessProbe", "startupProbe");
  }

  @Test
  void keepsAMessageOnOneLineWhateverTheValue() {
    Probe probe = Probe.of(TcpSocket.of(Port.named("a\nb\u001b[31m\"" + "x".repeat(500))));

    assertThat(ProbeRules.validate(LIVENESS, probe))
        .allSatisfy(
            finding ->
                assertThat(finding.message())
                    .startsWith("port \"a\\nb\\u001b[31m\\\"xxx")
                    .hasSizeLessThan(200));
  }

  private static List<String> lines(Findings findings) {
    return findings.stream().map(finding -> finding.fieldPath() + " " + finding.text()).toList();
  }

  private static List<String> paths(Findings findings) {
    return findings.stream().map(finding -> finding.fieldPath().toString()).toList();
  }
}
