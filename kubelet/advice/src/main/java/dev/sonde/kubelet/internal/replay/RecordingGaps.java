package dev.sonde.kubelet.internal.replay;

import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a recording does not tell, and why. */
final class RecordingGaps {

  /** Why events are missing. */
  static final String KEPT = "The API server keeps events for an hour by default.";

  /** So many events about one object a kubelet sends at once, and then one in five minutes. */
  private static final int BURST = 25;

  private static final Duration NOTICEABLE = Duration.ofMinutes(1);

  private RecordingGaps() {}

  static List<String> ofPod(RecordedPod pod, List<RecordedEvent> events, boolean seen) {
    List<String> gaps = new ArrayList<>();
    if (!seen) {
      gaps.add(
          "The pod itself is not in the recording: no restart count, no exit code, no condition."
              + " Add kubectl get pod "
              + pod.key().name()
              + " -o json.");
    }
    Optional<Instant> oldest =
        events.stream().map(RecordedEvent::first).min(Comparator.naturalOrder());
    if (events.isEmpty()) {
      gaps.add("There is no event about it. " + KEPT);
    } else if (pod.startTime().isPresent()
        && pod.startTime().get().plus(NOTICEABLE).isBefore(oldest.orElseThrow())) {
      gaps.add(
          "Between its start at "
              + ReplayLine.text(pod.startTime().get())
              + " and "
              + ReplayLine.text(oldest.get())
              + " there is no event. "
              + KEPT);
    }
    if (events.stream().mapToLong(RecordedEvent::count).sum() >= BURST) {
      gaps.add(
          "A kubelet sends at most "
              + BURST
              + " events about a pod at once, and then one in five minutes: counts and last times"
              + " may be too small, and events may be missing.");
    }
    return gaps;
  }

  static List<String> ofContainer(RecordedContainer container, List<RecordedEvent> events) {
    List<String> gaps = new ArrayList<>();
    if (container.spec().isEmpty()) {
      gaps.add("Its probes are not in the recording. Add the pod, or name its manifest.");
    }
    if (events.stream().anyMatch(RecordedEvent::combined)) {
      gaps.add(
          "Some events were combined from similar ones: their message is that of the last one"
              + " only.");
    }
    long unclear =
        events.stream()
            .filter(event -> event.count() > 2)
            .filter(event -> event.meaning() != EventMeaning.OTHER)
            .count();
    if (unclear > 0) {
      gaps.add("Of events that are counted together only the first and the last have a time.");
    }
    if (events.stream().anyMatch(event -> isErrorOf(event, ProbeKind.LIVENESS))) {
      gaps.add("Tries that errored count as nothing: liveness said nothing about the application.");
    }
    container.waits().ifPresent(why -> gaps.add("It does not run: " + why + "."));
    return gaps;
  }

  private static boolean isErrorOf(RecordedEvent event, ProbeKind kind) {
    return event.meaning() == EventMeaning.PROBE_ERRORED && event.probe().equals(Optional.of(kind));
  }
}
