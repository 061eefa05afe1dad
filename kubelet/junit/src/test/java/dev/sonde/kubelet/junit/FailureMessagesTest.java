package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is told when an application does not do what a test expects. */
@Timeout(60)
class FailureMessagesTest {

  private static final String FAST = "-XX:TieredStopAtLevel=1";

  @KubeletTest(
      application = Shop.class,
      arguments = {"23811", "exits"},
      jvmArguments = FAST,
      timeFactor = 10)
  static final class ExitsEarly {
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
                + "Timeline, in the manifest's seconds, 10 of which pass in one:\n"
                + "  t=#s container running\n")
        .contains("  t=#s container exited with code 3\n")
        .endsWith(
            "What the application printed:\n"
                + "  | shop opens on 23811 as #\n"
                + "  | no database, no shop\n");
  }

  private static Probe.Builder asks(int port) {
    return Probe.builder().handler(HttpGet.of("/livez", Port.of(port))).periodSeconds(1);
  }

  static final class NeverStarts {
    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder()
            .probes(
                ProbeSet.forContainer("shop")
                    .with(ProbeKind.STARTUP, asks(23813).failureThreshold(2).build()))
            .application(Shop.class)
            .arguments("23813", "sleeps")
            .timeFactor(10)
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
            Timeline, in the manifest's seconds, 10 of which pass in one:
              t=#s container running
              t=#s startup failed (1/2): connection refused
              t=#s startup failed (2/2): connection refused
              t=#s restart decided: startup probe failed, 30s to stop
            """);
  }

  @KubeletTest(
      application = Shop.class,
      arguments = {"23811", "well"},
      jvmArguments = FAST,
      timeFactor = 10)
  static final class Well {
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
      kubelet.awaitReady().noTrafficLostDuringShutdown("http://localhost:23811/articles");
    }

    @Test
    void isAskedOnAPortWhereNobodyListens(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown("http://localhost:23899/articles");
    }

    @Test
    void doesNotSayWhatUsersAskFor(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown();
    }

    @Test
    void isNotWatchedForLongEnough(Kubelet kubelet) throws Throwable {
      kubelet.awaitReady().staysReadyWhile(() -> {});
    }

    @Test
    void becomesUnreadyMeanwhile(Kubelet kubelet) throws Throwable {
      kubelet
          .awaitReady()
          .staysReadyWhile(
              () -> {
                Customer.get(23811, "/admin/unready");
                kubelet.becomesUnreadyWithin(Duration.ofSeconds(10));
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
            "Nobody looked meanwhile: the action was over before readiness was tried once. Let it"
                + " last longer than periodSeconds, or use staysReadyFor. Now is t=#s.",
            "The pod did not stay ready meanwhile. Now is t=#s.",
            "The pod is not ready. Begin with awaitReady(). Now is t=#s.",
            "The pod was not ready within 0.001s. Now is t=#s.");
  }

  @KubeletTest(
      application = Shop.class,
      arguments = {"23811", "well"},
      timeFactor = 2)
  static final class LosesTraffic {
    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().noTrafficLostDuringShutdown("http://localhost:23811/articles");
    }
  }

  @Test
  void lostRequestsAreCountedByTheirReason() {
    assertThat(Tests.timeless(Tests.failure(LosesTraffic.class)))
        .matches(
            "(?s)\\d+ of \\d+ requests were lost during the shutdown:\n"
                + "(  \\d+ x .+, the first sent [0-9.]+s (before|after) the deletion\n)+"
                + "Traffic arrives until 1s after the deletion\\. Go on serving .*")
        .contains(" x connection refused, the first sent ");
  }

  static final class HoldsThePort {
    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder()
            .probes(ProbeSet.forContainer("shop").with(ProbeKind.LIVENESS, asks(23814).build()))
            .application(Shop.class)
            .arguments("23814", "well")
            .build();

    @Test
    void test() {}
  }

  @Test
  void aPortInUseIsTold() throws IOException {
    try (ServerSocket somebody = new ServerSocket(23814)) {
      assertThat(somebody.isBound()).isTrue();
      assertThat(Tests.failure(HoldsThePort.class))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "port 23814 (of its liveness probe) of container \"shop\" is in use on this machine"
                  + " already. Stop what listens there, or give the application another port.");
    }
  }

  @KubeletTest(
      application = Shop.class,
      arguments = {"23811", "chatters"},
      timeFactor = 10)
  static final class Chatters {
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

  @KubeletTest(
      application = Shop.class,
      arguments = {"23811", "well"},
      timeFactor = 10)
  static final class FailsByItself {
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
        .contains("pod ready", "  | shop opens on 23811");
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
        "src/test/resources/junit/two-containers.yaml: several could be meant: shop, proxy. Choose"
            + " the container by its name: --container NAME, or container = NAME in a test or a pom.");
    assertMistake(NoManifest.class, "Cannot read no-such-file.yaml");
    assertMistake(NoSuchContainer.class, "META-INF/sonde: no such container; there are: shop.");
    assertMistake(
        OddPolicy.class,
        "restartPolicy \"Sometimes\" is not known. Write Always, OnFailure or Never.");
    assertMistake(StandingTime.class, "timeFactor = 0.0 is not a number above 0.");
    assertMistake(OddVariable.class, "environment \"NAME\" is not of the form NAME=value.");
    assertMistake(
        OddTraffic.class, "traffic \"localhost:8080\" is no URL like http://localhost:8080/path.");
    assertMistake(
        OddRelease.class, "Kubernetes version \"new\" is not of the form 1.34. Write major.minor.");
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
