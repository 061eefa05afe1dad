package dev.sonde.kubelet.junit;

/**
 * Something that is wrong with a test's application, or with what it needs, from now until this is
 * closed. What is left on is undone when the test ends.
 *
 * <pre>{@code
 * try (Fault stall = kubelet.stall()) {
 *   kubelet.leavesTrafficWithin(Duration.ofSeconds(10));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Fault extends AutoCloseable {

  /** Undoes it; the second time does nothing. */
  @Override
  void close();
}
