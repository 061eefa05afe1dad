package dev.sonde.kubelet.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sonde.measured.LimitMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A group of control group version 1 or 2 with a quota of CPU and a limit of memory, where this
 * process may make one. Its weight is high, so that other work takes nothing of what the limit
 * allows.
 */
final class ControlGroup implements CpuLimit {

  private static final int PERIOD_MICROS = 100_000;
  private static final String MEMBERS = "cgroup.procs";
  private static final int TRIES = 100;

  private final LimitMethod method;
  private final List<Path> folders;

  private ControlGroup(LimitMethod method, List<Path> folders) {
    this.method = method;
    this.folders = List.copyOf(folders);
  }

  /** A group of that version; none where this process may not make it. */
  static Optional<ControlGroup> create(
      LimitMethod method, OptionalInt cpuMillis, OptionalInt memoryMebibytes) {
    ControlGroupMounts mounts = ControlGroupMounts.ofThisProcess();
    return method == LimitMethod.CGROUP_V2
        ? mounts.unified().flatMap(place -> version2(place, cpuMillis, memoryMebibytes))
        : version1(mounts, cpuMillis, memoryMebibytes);
  }

  private static Optional<ControlGroup> version2(
      List<Path> places, OptionalInt cpuMillis, OptionalInt memoryMebibytes) {
    for (Path place : places) {
      Optional<Path> made = folder(place, "cpu.max");
      if (made.isPresent()) {
        ControlGroup group = new ControlGroup(LimitMethod.CGROUP_V2, List.of(made.get()));
        boolean limited =
            write(made.get(), "cpu.max", quota(cpuMillis, "max") + " " + PERIOD_MICROS)
                && (memoryMebibytes.isEmpty()
                    || write(made.get(), "memory.max", bytes(memoryMebibytes)));
        write(made.get(), "cpu.weight", "10000");
        if (limited) {
          return Optional.of(group);
        }
        group.close();
      }
    }
    return Optional.empty();
  }

  private static Optional<ControlGroup> version1(
      ControlGroupMounts mounts, OptionalInt cpuMillis, OptionalInt memoryMebibytes) {
    Optional<Path> cpu = first(mounts.controller("cpu"), "cpu.cfs_quota_us");
    if (cpu.isEmpty()) {
      return Optional.empty();
    }
    List<Path> folders = new ArrayList<>(List.of(cpu.get()));
    boolean limited =
        write(cpu.get(), "cpu.cfs_period_us", String.valueOf(PERIOD_MICROS))
            && write(cpu.get(), "cpu.cfs_quota_us", quota(cpuMillis, "-1"));
    write(cpu.get(), "cpu.shares", "262144");
    if (limited && memoryMebibytes.isPresent()) {
      Optional<Path> memory = first(mounts.controller("memory"), "memory.limit_in_bytes");
      memory.ifPresent(folders::add);
      limited =
          memory.isPresent()
              && write(memory.get(), "memory.limit_in_bytes", bytes(memoryMebibytes));
    }
    ControlGroup group = new ControlGroup(LimitMethod.CGROUP_V1, folders);
    if (!limited) {
      group.close();
    }
    return limited ? Optional.of(group) : Optional.empty();
  }

  private static String quota(OptionalInt cpuMillis, String unlimited) {
    return cpuMillis.isPresent()
        ? String.valueOf((long) cpuMillis.getAsInt() * PERIOD_MICROS / 1000)
        : unlimited;
  }

  private static String bytes(OptionalInt mebibytes) {
    return String.valueOf(mebibytes.orElse(0) * (1L << 20));
  }

  private static Optional<Path> first(List<Path> places, String file) {
    return places.stream().flatMap(place -> folder(place, file).stream()).findFirst();
  }

  private static Optional<Path> folder(Path place, String file) {
    try {
      Path folder = Files.createTempDirectory(place, "sonde-");
      if (Files.isWritable(folder.resolve(file))) {
        return Optional.of(folder);
      }
      Files.delete(folder);
    } catch (IOException | UnsupportedOperationException notOurs) {
      // Another place may be ours.
    }
    return Optional.empty();
  }

  private static boolean write(Path folder, String file, String value) {
    try {
      Files.writeString(folder.resolve(file), value, US_ASCII);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public LimitMethod method() {
    return method;
  }

  @Override
  public List<String> launcher() {
    String join =
        "n=$1; shift; while [ $n -gt 0 ]; do echo $$ > \"$1\" || exit 125; shift; n=$((n-1)); done;"
            + " exec \"$@\"";
    List<String> words = new ArrayList<>(List.of("sh", "-c", join, "sonde"));
    words.add(String.valueOf(folders.size()));
    folders.forEach(folder -> words.add(folder.resolve(MEMBERS).toString()));
    return words;
  }

  /** Kills all that is in the group, wherever it went, and takes the group away. */
  @Override
  public void close() {
    for (int i = 0; i < TRIES && !isGone(); i++) {
      for (Path folder : folders) {
        members(folder)
            .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private boolean isGone() {
    boolean gone = true;
    for (Path folder : folders) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException busy) {
        gone = false;
      }
    }
    return gone;
  }

  private static List<Long> members(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(MEMBERS)).stream().map(Long::valueOf).toList();
    } catch (IOException gone) {
      return List.of();
    }
  }
}
