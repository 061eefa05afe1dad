package dev.sonde.kubelet.internal.prober;

import dev.sonde.kubelet.ProbeResult;
import java.util.Optional;

/**
 * Holds the result of one probe for the newest instance of its container. Used on one event loop.
 */
public final class ResultStore {

  private int instance;
  private Optional<ProbeResult> result = Optional.empty();

  /** Creates an empty store. */
  public ResultStore() {}

  /**
   * {@return the result for an instance, if there is one}
   *
   * @param ofInstance the container's instance
   */
  public Optional<ProbeResult> get(int ofInstance) {
    return ofInstance == instance ? result : Optional.empty();
  }

  /**
   * Stores a result; one for another instance is forgotten.
   *
   * @return whether that changed anything
   */
  boolean set(int forInstance, ProbeResult value) {
    if (get(forInstance).filter(value::equals).isPresent()) {
      return false;
    }
    instance = forInstance;
    result = Optional.of(value);
    return true;
  }

  /** Forgets the result. */
  void clear() {
    result = Optional.empty();
  }
}
