package dev.sonde.kubelet.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the system says of a process and its children. */
final class ProcessFacts {

  private ProcessFacts() {}

  /** The CPU time that it and its children have used. */
  static Duration cpuTime(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The CPU time that this process has used. */
  static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The most memory that it had resident so far, in mebibytes; Linux alone says so. */
  static OptionalLong peakMemory(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> (Long.parseLong(line.replaceAll("\\D", "")) + 1023) / 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException | NumberFormatException notSeen) {
      return OptionalLong.empty();
    }
  }
}
