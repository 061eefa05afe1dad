package dev.sonde.kubelet.internal.replay;

import java.util.List;

/**
 * All that was handed in.
 *
 * @param pods the pods
 * @param events events about pods, those that say the same thing at different times once
 * @param counters what kubelets counted
 * @param notes what was there and tells nothing, or is not there and might tell something
 */
record Recording(
    List<RecordedPod> pods,
    List<RecordedEvent> events,
    List<ProbeCounter> counters,
    List<String> notes) {

  /** Copies the lists, so that the value stays what it was. */
  Recording {
    pods = List.copyOf(pods);
    events = List.copyOf(events);
    counters = List.copyOf(counters);
    notes = List.copyOf(notes);
  }
}
