package dev.sonde.kubelet.live;

import dev.sonde.kubelet.event.KubeletEvent;
import java.util.List;

/**
 * What a live kubelet saw.
 *
 * @param ending why it stopped
 * @param events all that happened, in order
 */
public record LiveResult(Ending ending, List<KubeletEvent> events) {

  /** Why a live kubelet stopped. */
  public enum Ending {
    /** What it waited for happened. */
    GOAL_REACHED,
    /** Its time was up. */
    TIME_UP,
    /** The container ended and is not started again. */
    POD_ENDED,
    /** It got SIGTERM. */
    STOPPED
  }

  /** Copies the events, so that the value stays what it was. */
  public LiveResult {
    events = List.copyOf(events);
  }
}
