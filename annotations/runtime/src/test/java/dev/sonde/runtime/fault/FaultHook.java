package dev.sonde.runtime.fault;

import java.util.function.IntConsumer;

/**
 * What the steps of instrumented classes call. Each class loader has its own, so that many faults
 * can be tried side by side.
 */
public final class FaultHook {

  private static IntConsumer steps = step -> {};

  private FaultHook() {}

  /** Called by the loader, before any instrumented class runs. */
  public static void tell(IntConsumer consumer) {
    steps = consumer;
  }

  /** Called before each step. */
  public static void pass(int step) {
    steps.accept(step);
  }
}
