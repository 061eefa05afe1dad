package dev.sonde.kubelet.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets tests that need the same port run one after the other. Each takes its ports in ascending
 * order, so that no two wait for each other.
 */
final class PortReservations {

  private final Map<Integer, Semaphore> ports = new ConcurrentHashMap<>();

  /** Waits until all these ports are free of other tests, and takes them. */
  Reservation take(Collection<Integer> wanted) {
    List<Semaphore> taken = new ArrayList<>();
    for (int port : new TreeSet<>(wanted)) {
      Semaphore turn = ports.computeIfAbsent(port, any -> new Semaphore(1));
      turn.acquireUninterruptibly();
      taken.add(turn);
    }
    return () -> taken.forEach(Semaphore::release);
  }

  /** Ports that are taken until this is closed. */
  interface Reservation extends AutoCloseable {
    @Override
    void close();
  }
}
