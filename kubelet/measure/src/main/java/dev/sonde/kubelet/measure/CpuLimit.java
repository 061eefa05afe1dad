package dev.sonde.kubelet.measure;

import dev.sonde.measured.LimitMethod;
import java.util.List;

/** Holds one process to the CPU that its limit gives it. */
interface CpuLimit extends AutoCloseable {

  /** How it does so. */
  LimitMethod method();

  /** What a command begins with, so that it runs under the limit from its first instruction. */
  default List<String> launcher() {
    return List.of();
  }

  /** Begins to hold a process that has just been started. */
  default void hold(Process process) {}

  /** Ends it: the process runs on without a limit, until it is killed. */
  @Override
  default void close() {}

  /** No limit. */
  static CpuLimit none(LimitMethod method) {
    return () -> method;
  }
}
