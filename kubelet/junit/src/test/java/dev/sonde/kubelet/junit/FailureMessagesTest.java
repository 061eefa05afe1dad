package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a failure says when an application does not do what a test expects. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class FailureMessagesTest {

  static final class ExitsEarly {
    static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET = Shop.extension(PORT, "exits").build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  @Test
  void anApplicationThatEndsEarlyIsToldWithItsOutput() {
    assertThat(Tests.timeless(Tests.failure(ExitsEarly.class)))
        .startsWith(
            "The application ended before the pod was ready, with exit code 3. Now is t=#s.\n"
                + "Timeline, in the manifest's seconds, 10 of which pass per second:\n"
                + "  t=#s container running\n")
        .contains("  t=#s container exited with code 3\n")
        .endsWith(
            "What the application printed:\n"
                + ("  | shop opens on " + ExitsEarly.PORT.number() + " as #\n")
                + "  | no database, no shop\n");
  }

  static final class NeverStarts {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "sleeps")
            .probes(
                ProbeSet.forContainer("shop")
                    .with(ProbeKind.STARTUP, Shop.asks(PORT, "/livez").failureThreshold(2).build()))
            .build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  @Test
  void anApplicationThatNeverAnswersIsGivenUpWhenItsProbeGivesUp() {
    assertThat(Tests.timeless(Tests.failure(NeverStarts.class)))
        .startsWith(
            """
            The pod did not become ready: restart decided: startup probe failed, 30s to stop. Now is t=#s.
            Timeline, in the manifest's seconds, 10 of which pass per second:
              t=#s container running
              t=#s startup failed (1/2): connection refused
              t=#s startup failed (2/2): connection refused
              t=#s restart decided: startup probe failed, 30s to stop
            """);
  }

  static final class Well {
    private static final ReservedPort PORT = new ReservedPort();
    private static final ReservedPort CLOSED = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well").endpointDelay(Duration.ofSeconds(10)).build();

    @Test
    void isNotRestarted(Kubelet kubelet) {
      kubelet.awaitReady().restartsWithin(Duration.ofSeconds(5));
    }

    @Test
    void staysReady(Kubelet kubelet) {
      kubelet.awaitReady().becomesUnreadyWithin(Duration.ofSeconds(5));
    }

    @Test
    void losesTraffic(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown(PORT.url("/articles"));
    }

    @Test
    void isAskedOnAPortWhereNobodyListens(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown(CLOSED.url("/articles"));
    }

    @Test
    void doesNotSayWhatUsersAskFor(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown();
    }

    @Test
    void becomesUnreadyMeanwhile(Kubelet kubelet) throws Throwable {
      kubelet
          .awaitReady()
          .staysReadyWhile(
              () -> {
                Customer.get(PORT, "/admin/unready");
                kubelet.becomesUnreadyWithin(Duration.ofMinutes(10));
              });
    }

    @Test
    void isNotReadyAtFirst(Kubelet kubelet) {
      kubelet.staysReadyFor(Duration.ofSeconds(1));
    }

    @Test
    void isNotReadySoon(Kubelet kubelet) {
      kubelet.becomesReadyWithin(Duration.ofMillis(1));
    }
  }

  @Test
  void everyExpectationTellsWhatItExpected() {
    List<String> firstLines =
        Tests.failures(Well.class).stream()
            .map(Tests::timeless)
            .map(message -> message.lines().findFirst().orElseThrow())
            .map(line -> line.replaceAll("^\\d+ of \\d+", "# of #"))
            .toList();
    assertThat(firstLines)
        .containsExactlyInAnyOrder(
            "The container was not restarted within 5s. Nothing was wrong with it as far as the"
                + " probes could tell. Now is t=#s.",
            "The pod was still ready after 5s. Now is t=#s.",
            "# of # requests were lost during the shutdown:",
            "Requests are lost before the shutdown already:",
            "The test does not say what users ask for. Give it: traffic ="
                + " \"http://localhost:8080/path\".",
            "The pod did not stay ready meanwhile. Now is t=#s.",
            "The pod is not ready. Begin with awaitReady(). Now is t=#s.",
            "The pod was not ready within 0.001s. Now is t=#s.");
  }

  static final class SeldomLooks {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well")
            .probes(
                Shop.probes(PORT)
                    .with(
                        ProbeKind.READINESS,
                        Shop.asks(PORT, "/readyz").periodSeconds(100_000).build()))
            .build();

    @Test
    void whileSomethingIsDone(Kubelet kubelet) throws Throwable {
      kubelet.awaitReady().staysReadyWhile(() -> {});
    }

    @Test
    void forATime(Kubelet kubelet) {
      kubelet.awaitReady().staysReadyFor(Duration.ofSeconds(2));
    }
  }

  @Test
  void stayingReadyIsNotSeenWhereNobodyLooked() {
    assertThat(Tests.failures(SeldomLooks.class))
        .extracting(failure -> Tests.timeless(failure).lines().findFirst().orElseThrow())
        .containsExactlyInAnyOrder(
            "Nobody looked meanwhile. The action was over before readiness was tried once. Let it"
                + " last longer than periodSeconds. Now is t=#s.",
            "Nobody looked meanwhile. In 2s readiness was not tried once. Let it last longer than"
                + " periodSeconds. Now is t=#s.");
  }

  static final class LosesTraffic {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well").endpointDelay(Duration.ofSeconds(10)).build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown(PORT.url("/articles"));
    }
  }

  @Test
  void lostRequestsAreCountedByTheirReason() {
    assertThat(Tests.timeless(Tests.failure(LosesTraffic.class)))
        .matches(
            "(?s)\\d+ of \\d+ requests were lost during the shutdown:\n"
                + "(  \\d+ x .+, the first sent [0-9.]+s (before|after) the deletion\n)+"
                + "Traffic arrives until 10s after the deletion\\. Go on serving .*")
        .contains(" x connection refused, the first sent ");
  }

  /** The shop inside this JVM, which answers nobody any more once it is closed. */
  private static KubeletExtension dropping(double timeFactor) {
    ReservedPort port = new ReservedPort();
    return KubeletExtension.builder()
        .probes(Shop.probes(port))
        .application(() -> Shop.start(port.number()))
        .traffic(port.url("/"))
        .timeFactor(timeFactor)
        .build();
  }

  static final class DropsInShortTime {
    @RegisterExtension static final KubeletExtension KUBELET = dropping(100);

    @RepeatedTest(3)
    void test(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown();
    }
  }

  static final class DropsInEnoughTime {
    @RegisterExtension static final KubeletExtension KUBELET = dropping(2);

    @RepeatedTest(3)
    void test(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown();
    }
  }

  @Test
  void timeTooShortToSeeAShutdownIsRefusedEachTime() {
    assertThat(Tests.failures(DropsInShortTime.class))
        .hasSize(3)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                        "Traffic arrives until 1s after the deletion, at timeFactor = 100.0 for"
                            + " 0.01s on the clock on the wall: too short to see what becomes of"
                            + " it. Give an endpoint delay of at least 10s, or a smaller"
                            + " timeFactor."));
  }

  @Test
  void anApplicationThatDropsTrafficNeverPasses() {
    assertThat(Tests.failures(DropsInEnoughTime.class))
        .hasSize(3)
        .allSatisfy(
            failure ->
                assertThat(failure).hasMessageContaining("requests were lost during the shutdown"));
  }

  static final class HoldsThePort {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        Shop.extension(PORT, "well")
            .probes(
                ProbeSet.forContainer("shop")
                    .with(ProbeKind.LIVENESS, Shop.asks(PORT, "/livez").build()))
            .build();

    @Test
    void test() {}
  }

  @Test
  void aPortInUseIsTold() throws IOException {
    int port = HoldsThePort.PORT.number();
    try (ServerSocket somebody = new ServerSocket(port)) {
      assertThat(somebody.isBound()).isTrue();
      assertThat(Tests.failure(HoldsThePort.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "port "
                  + port
                  + " (of its liveness probe) of container \"shop\" is in use on this machine"
                  + " already. Stop what listens there, or give the application another port.");
    }
  }

  static final class Chatters {
    @RegisterExtension
    static final KubeletExtension KUBELET = Shop.extension(new ReservedPort(), "chatters").build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  @Test
  void megabytesOfOutputNeitherBlockTheApplicationNorFillTheMessage() {
    String message = Tests.timeless(Tests.failure(Chatters.class));
    assertThat(message)
        .startsWith("The application ended before the pod was ready, with exit code 0.")
        .contains("  (49901 lines before)\n")
        .endsWith("  | line 49999 of a very long story that nobody will ever read\n");
    assertThat(message.length()).isLessThan(20_000);
  }

  static final class FailsByItself {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
      throw new IllegalArgumentException("of its own");
    }
  }

  @Test
  void aTestThatFailsByItselfIsToldWhatTheKubeletSaw() {
    Throwable failure = Tests.failure(FailsByItself.class);
    assertThat(failure).hasMessage("of its own");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(failure.getSuppressed()[0].getMessage())
        .startsWith("Meanwhile the kubelet saw:\nTimeline")
        .contains("pod ready", "  | shop opens on " + FailsByItself.PORT.number());
  }

  @KubeletTest(manifest = "src/test/resources/junit/two-containers.yaml")
  static final class SeveralContainers {
    @Test
    void test() {}
  }

  @KubeletTest(manifest = "no-such-file.yaml")
  static final class NoManifest {
    @Test
    void test() {}
  }

  @KubeletTest(container = "cellar")
  static final class NoSuchContainer {
    @Test
    void test() {}
  }

  @KubeletTest(restartPolicy = "Sometimes")
  static final class OddPolicy {
    @Test
    void test() {}
  }

  @KubeletTest(timeFactor = 0)
  static final class StandingTime {
    @Test
    void test() {}
  }

  @KubeletTest(timeFactor = Double.NaN)
  static final class NoTime {
    @Test
    void test() {}
  }

  @KubeletTest(timeFactor = -3)
  static final class TimeBackwards {
    @Test
    void test() {}
  }

  @KubeletTest(terminationGracePeriodSeconds = -5)
  static final class NegativeGrace {
    @Test
    void test() {}
  }

  @KubeletTest(endpointDelaySeconds = -0.5)
  static final class NegativeDelay {
    @Test
    void test() {}
  }

  @KubeletTest(environment = "NAME")
  static final class OddVariable {
    @Test
    void test() {}
  }

  @KubeletTest(traffic = "localhost:8080")
  static final class OddTraffic {
    @Test
    void test() {}
  }

  @KubeletTest(kubernetes = "new")
  static final class OddRelease {
    @Test
    void test() {}
  }

  @org.junit.jupiter.api.extension.ExtendWith(KubeletExtension.class)
  static final class NoAnnotation {
    @Test
    void test() {}
  }

  @Test
  void whatMakesNoSenseIsToldBeforeTheTestBegins() {
    assertMistake(
        SeveralContainers.class,
        "src/test/resources/junit/two-containers.yaml:1:1: [choice-unclear] several could be meant:"
            + " shop, proxy. Choose the container by its name: container = NAME.");
    assertMistake(
        NoManifest.class,
        "no-such-file.yaml: [file-unreadable] there is no such file. Check the name.");
    assertMistake(
        NoSuchContainer.class,
        "META-INF/sonde:1:1: [choice-unknown] no such container; available: stall. Name one"
            + " that is there.");
    assertMistake(
        OddPolicy.class,
        "restartPolicy \"Sometimes\" is not known. Write Always, OnFailure or Never.");
    assertMistake(StandingTime.class, "timeFactor = 0.0 is not a number above 0.");
    assertMistake(NoTime.class, "timeFactor = NaN is not a number above 0.");
    assertMistake(TimeBackwards.class, "timeFactor = -3.0 is not a number above 0.");
    assertMistake(
        NegativeGrace.class, "terminationGracePeriodSeconds = -5 is negative. Give 0 or more.");
    assertMistake(NegativeDelay.class, "endpointDelay = PT-0.5S is negative. Give 0 or more.");
    assertMistake(OddVariable.class, "environment \"NAME\" is not of the form NAME=value.");
    assertMistake(
        OddTraffic.class, "traffic \"localhost:8080\" is no URL like http://localhost:8080/path.");
    assertMistake(
        OddRelease.class,
        "[kubernetes-version] Kubernetes version \"new\" is not of the form 1.34. Write major.minor.");
    assertMistake(
        NoAnnotation.class,
        "The test has no @KubeletTest. Annotate it, or its class; or register"
            + " KubeletExtension.builder()....build() as a field.");
  }

  private static void assertMistake(Class<?> test, String message) {
    assertThat(Tests.failure(test))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(message);
  }

  static final class CannotRun {
    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder()
            .probes(
                ProbeSet.forContainer("shop")
                    .with(
                        ProbeKind.READINESS,
                        Probe.builder().handler(new Exec(List.of("false"))).build()))
            .application(
                () -> {
                  throw new IOException("the shop is closed on Sundays");
                })
            .timeFactor(10)
            .build();

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
    }
  }

  @Test
  void anApplicationInsideThisJvmThatCannotStartCountsAsEnded() {
    assertThat(Tests.timeless(Tests.failure(CannotRun.class)))
        .startsWith("The application ended before the pod was ready, with exit code 1.")
        .endsWith(
            "  | The application cannot start: java.io.IOException: the shop is closed on"
                + " Sundays\n");
  }
}
