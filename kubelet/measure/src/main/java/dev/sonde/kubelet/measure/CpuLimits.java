package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.internal.process.DutyCycle;
import dev.sonde.measured.LimitMethod;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds the best way to hold a limit on this machine. */
final class CpuLimits {

  private CpuLimits() {}

  /** The way that is asked for, or the first that works. */
  static CpuLimit choose(MeasureOptions options) {
    if (options.pid().isPresent()) {
      return CpuLimit.none(LimitMethod.ATTACHED);
    }
    if (options.cpuMillis().isEmpty() && options.memoryMebibytes().isEmpty()) {
      return CpuLimit.none(LimitMethod.NONE);
    }
    List<LimitMethod> wanted =
        options
            .method()
            .map(List::of)
            .orElse(
                List.of(
                    LimitMethod.CGROUP_V2,
                    LimitMethod.CGROUP_V1,
                    LimitMethod.DUTY_CYCLE,
                    LimitMethod.NONE));
    return wanted.stream()
        .flatMap(method -> make(method, options).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new MeasureException(
                    "the limit cannot be held by %s here. Leave the way out, and the best one that works is taken."
                        .formatted(wanted.get(0).word())));
  }

  private static Optional<CpuLimit> make(LimitMethod method, MeasureOptions options) {
    OptionalInt cpu = options.cpuMillis();
    return switch (method) {
      case CGROUP_V2, CGROUP_V1 ->
          ControlGroup.create(method, cpu, options.memoryMebibytes()).map(group -> group);
      case DUTY_CYCLE ->
          Stream.of(cpu)
              .filter(limit -> limit.isPresent() && DutyCycle.isPossible())
              .<CpuLimit>map(limit -> new HeldByDutyCycle(new DutyCycle(limit.getAsInt())))
              .findFirst();
      case NONE, ATTACHED -> Optional.of(CpuLimit.none(LimitMethod.NONE));
    };
  }
}
