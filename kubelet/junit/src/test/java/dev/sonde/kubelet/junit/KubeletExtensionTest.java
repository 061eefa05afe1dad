package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class KubeletExtensionTest {

  private static final String PID_FOLDER = "sonde.test.pids";

  @TempDir Path folder;

  static class Visits {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = Shop.extension(PORT, "well").build();

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
      Files.writeString(file, Customer.get(PORT, "/pid"));
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

  static final class Attached {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder().probes(Shop.probes(PORT)).timeFactor(10).build();

    @Test
    void seesWhatRunsAlready(Kubelet kubelet) throws Exception {
      try (Shop shop = Shop.start(PORT.number())) {
        assertThat(shop).isNotNull();
        kubelet.awaitReady().staysAliveFor(Duration.ofSeconds(3));
      }
      kubelet.becomesUnreadyWithin(Duration.ofMinutes(10));
    }
  }

  @Test
  void withoutAnApplicationItProbesWhatRunsAlready() {
    Tests.run(Attached.class).assertStatistics(statistics -> statistics.failed(0));
  }

  static final class InProcess {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        KubeletExtension.builder()
            .probes(Shop.probes(PORT))
            .application(() -> Shop.start(PORT.number()))
            .traffic(PORT.url("/"))
            .endpointDelay(Duration.ZERO)
            .timeFactor(5)
            .build();

    @Test
    void isRestarted(Kubelet kubelet) throws Exception {
      kubelet.awaitReady();
      Customer.get(PORT, "/admin/hang");
      kubelet.restartsWithin(Duration.ofMinutes(10)).becomesReadyWithin(Duration.ofMinutes(10));
    }
  }

  @Test
  void anApplicationMayRunInsideThisJvm() {
    Tests.run(InProcess.class)
        .assertStatistics(statistics -> statistics.failed(0).succeeded(1 + 2));
  }
}
