package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.KubeletEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All events so far, and a way to wait for one. Safe for use by several threads. */
final class EventLog implements Consumer<KubeletEvent> {

  private final List<KubeletEvent> events = new ArrayList<>();

  @Override
  public synchronized void accept(KubeletEvent event) {
    events.add(event);
    notifyAll();
  }

  synchronized List<KubeletEvent> events() {
    return List.copyOf(events);
  }

  synchronized int size() {
    return events.size();
  }

  /** {@return the first event from a place on that is as wanted} */
  synchronized OptionalInt find(int from, Predicate<KubeletEvent> wanted) {
    for (int place = from; place < events.size(); place++) {
      if (wanted.test(events.get(place))) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  /** {@return the last of these events, if there is one} */
  <E extends KubeletEvent> Optional<E> last(Class<E> type) {
    return last(type, any -> true);
  }

  /** {@return the last of these events that is as wanted, if there is one} */
  synchronized <E extends KubeletEvent> Optional<E> last(Class<E> type, Predicate<E> wanted) {
    return events.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(wanted)
        .reduce((earlier, later) -> later);
  }

  /**
   * Waits for an event.
   *
   * @param from where to begin; what happened before does not count
   * @param wanted which event
   * @param limit how long to wait at most, on the wall's clock
   * @return its place; empty if it did not come in time
   */
  synchronized OptionalInt await(int from, Predicate<KubeletEvent> wanted, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    OptionalInt found = find(from, wanted);
    while (found.isEmpty()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return OptionalInt.empty();
      }
      try {
        wait(Math.max(1, left / 1_000_000));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return OptionalInt.empty();
      }
      found = find(from, wanted);
    }
    return found;
  }
}
