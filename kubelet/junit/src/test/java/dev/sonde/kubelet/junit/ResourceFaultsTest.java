package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sonde.model.ProbeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Applications that run out of something. Ten seconds pass in one. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class ResourceFaultsTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static KubeletExtension small(ReservedPort port, String... jvmArguments) {
    return Shop.extension(port, "well")
        .jvmArguments(jvmArguments)
        .probes(
            Shop.probes(port)
                .with(ProbeKind.LIVENESS, Shop.asks(port, "/livez").failureThreshold(50).build()))
        .build();
  }

  static final class FullHeap {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET = small(PORT, "-Xmx24m", "-XX:+UseSerialGC");

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
      Fault full = kubelet.fillHeap();
      try (full) {
        assertThatThrownBy(kubelet::fillHeap)
            .hasMessage("The application's heap is filled already. Close that fault first.");
        kubelet.becomesUnreadyWithin(LONG);
      }
    }
  }

  @Test
  void anApplicationWithoutRoomInItsHeapAnswersNoMore() {
    Tests.pass(1, FullHeap.class);
  }

  static final class ExitsWhenFull {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET =
        small(PORT, "-Xmx24m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().fillHeap();
      kubelet.restartsWithin(LONG);
    }
  }

  @Test
  void oneThatExitsWhenItsHeapIsFullIsRestarted() {
    Tests.pass(1, ExitsWhenFull.class);
  }

  static final class LargeHeap {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET = small(PORT, "-Xmx1g", "-XX:+UseSerialGC");

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().fillHeap();
    }
  }

  static final class TakesNoAgent {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension
    static final KubeletExtension KUBELET = small(PORT, "-XX:+DisableAttachMechanism");

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().fillHeap();
    }
  }

  static final class Stalled {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = small(PORT);

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady().stall();
      kubelet.fillHeap();
    }
  }

  @Test
  void aHeapThatCannotBeFilledIsTold() {
    assertThat(Tests.failure(LargeHeap.class).getMessage())
        .matches(
            "The application's heap may grow to \\d+ MB; only one of up to 512 MB is filled\\. Give"
                + " it less: jvmArguments = \"-Xmx64m\"\\.");
    assertThat(Tests.failure(TakesNoAgent.class))
        .hasMessageStartingWith(
            "The application's JVM takes no agent, so its heap cannot be filled: ");
    assertThat(Tests.failure(Stalled.class))
        .hasMessage(
            "The application's CPU is held back, so it cannot fill its heap. Fill the heap first.");
  }

  static final class NoDescriptors {
    private static final ReservedPort PORT = new ReservedPort();

    @RegisterExtension static final KubeletExtension KUBELET = small(PORT);

    @Test
    void test(Kubelet kubelet) {
      kubelet.awaitReady();
      Fault none = kubelet.useUpFileDescriptors();
      try (none) {
        kubelet.leavesTrafficWithin(LONG);
      }
      kubelet.becomesReadyWithin(LONG);
    }
  }

  @Test
  void anApplicationWithoutFileDescriptorsAcceptsNobodyUntilItHasSomeAgain() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs Linux");
    Tests.pass(1, NoDescriptors.class);
  }

  @TempDir private Path folder;

  @Test
  void aSmallDiskIsFilledAndHasRoomAgain() throws IOException {
    ActiveFaults faults = new ActiveFaults();
    try (SmallDisk disk = mounted(folder.resolve("disk"))) {
      Path file = disk.folder().resolve("order.txt");
      Fault full = faults.begin(ActiveFaults.Resource.DISK, () -> DiskFiller.fill(disk.folder()));
      assertThatThrownBy(() -> Files.write(file, new byte[5000]))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left");
      full.close();
      assertThatCode(() -> Files.write(file, new byte[5000])).doesNotThrowAnyException();
    }
    assertThat(folder.resolve("disk")).isEmptyDirectory();
  }

  private static SmallDisk mounted(Path folder) {
    try {
      return SmallDisk.mount(folder, 1);
    } catch (UnsupportedOperationException notRoot) {
      assumeTrue(false, notRoot.getMessage());
      throw notRoot;
    }
  }

  @Test
  void aDiskThatIsLargeOrMissingIsTold() {
    assertThatThrownBy(() -> SmallDisk.mount(folder, 0))
        .hasMessage("mebibytes = 0 is below 1. Give 1 or more.");
    assertThatThrownBy(() -> DiskFiller.fill(folder.resolve("none")))
        .hasMessageStartingWith("cannot fill " + folder.resolve("none"));
    assumeTrue(folder.toFile().getUsableSpace() > 300 << 20);
    assertThatThrownBy(() -> DiskFiller.fill(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "\\S+ has \\d+ MB of room; only up to 256 MB are filled\\. Give a small disk, such as"
                + " SmallDisk\\.mount makes\\.");
  }
}
