package dev.sonde.runtime.internal.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Virtual threads, which the Java that this is compiled for does not know yet. A public method of
 * the JDK is looked up once, by its constant name; a native image does that when it is built.
 */
final class VirtualThreads {

  /**
   * From then on a thread that waits for a monitor leaves its carrier to others (JEP 491). Before,
   * a check that hangs in a synchronized block would take a carrier away from the application.
   */
  private static final int HARMLESS_SINCE = 24;

  private VirtualThreads() {}

  /**
   * {@return what starts a virtual thread for each task; empty where there are none, or none that
   * do no harm}
   *
   * @param prefix what the threads' names start with
   */
  static Optional<Executor> startingWith(String prefix) {
    return Runtime.version().feature() < HARMLESS_SINCE
        ? Optional.empty()
        : starter().map(start -> executor(start, prefix));
  }

  private static Optional<MethodHandle> starter() {
    MethodType type = MethodType.methodType(Thread.class, Runnable.class);
    try {
      return Optional.of(
          MethodHandles.publicLookup().findStatic(Thread.class, "startVirtualThread", type));
    } catch (ReflectiveOperationException unknown) {
      return Optional.empty();
    }
  }

  private static Executor executor(MethodHandle starter, String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> start(starter, task).setName(prefix + number.incrementAndGet());
  }

  private static Thread start(MethodHandle starter, Runnable task) {
    try {
      return (Thread) starter.invokeExact(task);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new RejectedExecutionException(impossible);
    }
  }
}
