package dev.sonde.kubelet.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The faults that are on in a test. Two of the same kind, or two that stop the same process, would
 * undo each other. Safe for use by several threads.
 */
final class ActiveFaults implements AutoCloseable {

  /** What a fault takes away. */
  enum Resource {
    CPU("The application's CPU is held back already."),
    HEAP("The application's heap is filled already."),
    DESCRIPTORS("The application's file descriptors are used up already."),
    DISK("A disk is filled already."),
    ANSWERS("A server is silent already.");

    private final String taken;

    Resource(String taken) {
      this.taken = taken;
    }
  }

  private final Map<Resource, Fault> active = new LinkedHashMap<>();
  private boolean over;

  /**
   * Begins a fault.
   *
   * @throws IllegalStateException if one of that kind is on, or the test is over
   */
  synchronized Fault begin(Resource resource, Supplier<Fault> begin) {
    if (over) {
      throw new IllegalStateException("The test is over, and its application gone.");
    }
    if (active.containsKey(resource)) {
      throw new IllegalStateException(resource.taken + " Close that fault first.");
    }
    Fault fault = begin.get();
    active.put(resource, fault);
    return () -> end(resource, fault);
  }

  private synchronized void end(Resource resource, Fault fault) {
    if (active.remove(resource, fault)) {
      fault.close();
    }
  }

  synchronized boolean has(Resource resource) {
    return active.containsKey(resource);
  }

  /** Undoes what is left. */
  @Override
  public synchronized void close() {
    over = true;
    active.values().forEach(Fault::close);
    active.clear();
  }
}
