package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.internal.process.DutyCycle;
import dev.sonde.kubelet.internal.process.ProcessSignals;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.nio.file.Path;

/** Begins faults of a test's application, and says where that cannot be. */
final class ProcessFaults {

  private static final String NO_SIGNALS =
      "Windows cannot stop a process and let it go on. Run this test on Linux or macOS.";
  private static final String NO_ACCOUNTS =
      "This system does not show the CPU time of threads (Linux does, in /proc), so nobody could"
          + " tell when a limit is used up. Run this test on Linux.";

  private final PodLook look;
  private final ActiveFaults active;

  ProcessFaults(PodLook look, ActiveFaults active) {
    this.look = look;
    this.active = active;
  }

  Fault stall() {
    return stall(() -> {});
  }

  /** Waits until everything is at hand, which takes a moment, before it stops the process. */
  Fault stall(Runnable waiting) {
    demand(ProcessSignals.arePossible(), NO_SIGNALS);
    ProcessHandle process = process("be stalled");
    return active.begin(
        ActiveFaults.Resource.CPU,
        () -> {
          ProcessSignals signals = new ProcessSignals();
          waiting.run();
          signals.stopFamily(process);
          return signals::close;
        });
  }

  Fault throttleCpu(int millicores) {
    if (millicores < 1) {
      throw new IllegalArgumentException(
          "millicores = " + millicores + " is below 1. Give 1 or more; 1000 are one core.");
    }
    demand(ProcessSignals.arePossible(), NO_SIGNALS);
    demand(DutyCycle.isPossible(), NO_ACCOUNTS);
    ProcessHandle process = process("be throttled");
    return active.begin(
        ActiveFaults.Resource.CPU,
        () -> {
          DutyCycle cycle = new DutyCycle(millicores);
          cycle.hold(process);
          return cycle::close;
        });
  }

  Fault fillHeap() {
    ProcessHandle process = process("have its heap filled");
    if (active.has(ActiveFaults.Resource.CPU)) {
      throw new IllegalStateException(
          "The application's CPU is held back, so it cannot fill its heap. Fill the heap first.");
    }
    return active.begin(ActiveFaults.Resource.HEAP, () -> HeapFiller.fill(process));
  }

  Fault useUpFileDescriptors() {
    ProcessHandle process = process("run out of file descriptors");
    return active.begin(ActiveFaults.Resource.DESCRIPTORS, () -> DescriptorLimit.use(process));
  }

  Fault fillDisk(Path folder) {
    return active.begin(ActiveFaults.Resource.DISK, () -> DiskFiller.fill(folder));
  }

  Fault silence(FaultyServer server) {
    return active.begin(ActiveFaults.Resource.ANSWERS, server::silence);
  }

  static void demand(boolean possible, String otherwise) {
    if (!possible) {
      throw new UnsupportedOperationException(otherwise);
    }
  }

  private ProcessHandle process(String verb) {
    return look.pod().process().orElseThrow(() -> new IllegalStateException(nobody(verb)));
  }

  private String nobody(String verb) {
    if (look.options().application().isPresent()) {
      return "The application runs inside this JVM, and would "
          + verb
          + " together with the test."
          + " Give its class: application = NAME.class runs it in a JVM of its own.";
    }
    if (look.options().command().isEmpty()) {
      return "The test starts no application that could "
          + verb
          + ". Give one: application ="
          + " NAME.class.";
    }
    return look.log()
        .last(ContainerEvent.ContainerExited.class)
        .map(
            exit ->
                "No application is left to "
                    + verb
                    + ": it ended at t="
                    + NanoTime.text(exit.at())
                    + " with exit code "
                    + exit.exitCode()
                    + ".")
        .orElse("No application runs that could " + verb + ". Begin with awaitReady().");
  }
}
