package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Timeout(60)
class KubeletExtensionTest {

  private static final String PID_FOLDER = "sonde.test.pids";

  @TempDir Path folder;

  @KubeletTest(
      application = Shop.class,
      arguments = {"23811", "well"},
      jvmArguments = "-XX:TieredStopAtLevel=1",
      timeFactor = 10)
  static class Visits {
    @Test
    void one(Kubelet kubelet, TestInfo test) throws Exception {
      visit(kubelet, test);
    }

    @Test
    void two(Kubelet kubelet, TestInfo test) throws Exception {
      visit(kubelet, test);
      throw new AssertionError("this one fails");
    }

    private void visit(Kubelet kubelet, TestInfo test) throws Exception {
      kubelet.awaitReady();
      Path file =
          Path.of(System.getProperty(PID_FOLDER))
              .resolve(getClass().getSimpleName() + test.getDisplayName());
      Files.writeString(file, Customer.get(23811, "/pid"));
    }
  }

  static final class MoreVisits extends Visits {}

  /** They all need one port, and still each has an application of its own. */
  @Test
  @ResourceLock(value = PID_FOLDER, mode = ResourceAccessMode.READ_WRITE)
  void parallelTestsOfOnePortWaitForEachOtherAndLeaveNothingBehind() throws Exception {
    System.setProperty(PID_FOLDER, folder.toString());
    try {
      Tests.runInParallel(Visits.class, MoreVisits.class)
          .assertStatistics(statistics -> statistics.succeeded(2 + 3).failed(2));
    } finally {
      System.clearProperty(PID_FOLDER);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Long> pids = files.map(KubeletExtensionTest::pid).distinct().toList();
      assertThat(pids).hasSize(4);
      assertThat(pids.stream().filter(pid -> ProcessHandle.of(pid).isPresent())).isEmpty();
    }
  }

  private static long pid(Path file) {
    try {
      return Long.parseLong(Files.readString(file));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @Test
  void testsOfDifferentPortsRunAtTheSameTime() throws Exception {
    PortReservations ports = new PortReservations();
    try (PortReservations.Reservation some = ports.take(List.of(1, 2));
        PortReservations.Reservation others = ports.take(List.of(3))) {
      assertThat(some).isNotSameAs(others);
    }
    List<Thread> rivals =
        IntStream.range(0, 8)
            .mapToObj(
                rival ->
                    new Thread(
                        () -> {
                          for (int turn = 0; turn < 200; turn++) {
                            ports.take(rival % 2 == 0 ? List.of(1, 2) : List.of(2, 1)).close();
                          }
                        }))
            .toList();
    rivals.forEach(Thread::start);
    for (Thread rival : rivals) {
      rival.join();
    }
  }

  @KubeletTest(timeFactor = 10)
  static final class Attached {
    @Test
    void seesWhatRunsAlready(Kubelet kubelet) throws Exception {
      try (Shop shop = Shop.start(23811)) {
        assertThat(shop).isNotNull();
        kubelet.awaitReady().staysAliveFor(Duration.ofSeconds(3));
      }
      kubelet.becomesUnreadyWithin(Duration.ofSeconds(5));
    }
  }

  @Test
  void withoutAnApplicationItProbesWhatRunsAlready() {
    Tests.run(Attached.class).assertStatistics(statistics -> statistics.failed(0));
  }

  static final class InProcess {
    private static Probe.Builder asks(String path) {
      return Probe.builder().handler(HttpGet.of(path, Port.of(23815))).periodSeconds(1);
    }

    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder()
            .probes(
                ProbeSet.forContainer("shop")
                    .with(ProbeKind.STARTUP, asks("/livez").failureThreshold(60).build())
                    .with(ProbeKind.LIVENESS, asks("/livez").failureThreshold(1).build())
                    .with(ProbeKind.READINESS, asks("/readyz").build()))
            .application(() -> Shop.start(23815))
            .traffic("http://localhost:23815/")
            .endpointDelay(Duration.ZERO)
            .timeFactor(5)
            .build();

    @Test
    void isRestarted(Kubelet kubelet) throws Exception {
      kubelet.awaitReady();
      Customer.get(23815, "/admin/hang");
      kubelet.restartsWithin(Duration.ofSeconds(60)).becomesReadyWithin(Duration.ofSeconds(20));
    }
  }

  @Test
  void anApplicationMayRunInsideThisJvm() {
    Tests.run(InProcess.class)
        .assertStatistics(statistics -> statistics.failed(0).succeeded(1 + 2));
  }
}
