package dev.sonde.kubelet.internal.replay;

import dev.sonde.kubelet.internal.time.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was recorded about a container, or about a pod, as lines. */
final class ContainerTimeline {

  private final List<ReplayLine> lines = new ArrayList<>();

  private ContainerTimeline() {}

  static List<ReplayLine> of(RecordedContainer container, List<RecordedEvent> events) {
    ContainerTimeline timeline = new ContainerTimeline();
    events.forEach(timeline::add);
    container.lastEnd().ifPresent(end -> timeline.addEnd(end, "lastState"));
    container.end().ifPresent(end -> timeline.addEnd(end, "state"));
    container.runningSince().ifPresent(since -> timeline.addStart(since, "state"));
    timeline.addWait(container);
    return timeline.lines;
  }

  static List<ReplayLine> ofPod(RecordedPod pod, List<RecordedEvent> events) {
    ContainerTimeline timeline = new ContainerTimeline();
    events.forEach(timeline::add);
    timeline.addMoment(pod.startTime(), "the kubelet began with the pod", "status.startTime");
    timeline.addMoment(pod.readySince(), "pod ready, and still", "condition Ready");
    timeline.addMoment(pod.unreadySince(), "pod not ready, and still", "condition Ready");
    timeline.addMoment(pod.deletedAt(), "the pod has to be gone", "metadata.deletionTimestamp");
    return timeline.lines.stream().sorted(ReplayLine.ORDER).toList();
  }

  private void addMoment(Optional<Instant> moment, String what, String source) {
    moment.ifPresent(at -> lines.add(ReplayLine.known(at, what, source)));
  }

  private void add(RecordedEvent event) {
    String often = event.count() == 1 ? "" : ", " + event.count() + " times";
    lines.add(
        new ReplayLine(
            true, event.first(), event.last(), words(event) + often, "event " + event.reason()));
  }

  private static String words(RecordedEvent event) {
    String probe = event.probe().map(kind -> kind.word()).orElse("");
    return switch (event.meaning()) {
      case STARTED -> "container started";
      case PROBE_FAILED -> probe + " failed: " + event.because();
      case PROBE_ERRORED -> probe + " errored, which counts as nothing: " + event.because();
      case PROBE_WARNED -> probe + " succeeded with a warning: " + event.because();
      case PROBE_KILLED -> "the kubelet decided to kill it: " + probe + " failed";
      case STOPPED -> "the kubelet stops it: " + event.message();
      case BACK_OFF -> "a restart waits";
      case OTHER -> event.reason() + ": " + event.message();
    };
  }

  private void addEnd(RecordedEnd end, String field) {
    end.startedAt().ifPresent(began -> addStart(began, field));
    end.finishedAt()
        .ifPresent(
            over ->
                lines.add(ReplayLine.known(over, "it ended: " + end.text(), "status." + field)));
  }

  /** The event and the status tell the same start. */
  private void addStart(Instant began, String field) {
    boolean told =
        lines.stream()
            .filter(line -> line.what().startsWith("container started"))
            .anyMatch(line -> isSame(line.from(), began) || isSame(line.until(), began));
    if (!told) {
      lines.add(ReplayLine.known(began, "container started", "status." + field));
    }
  }

  private static boolean isSame(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(Duration.ofSeconds(1)) <= 0;
  }

  /** The first restart follows at once; each later one waits twice as long as the one before. */
  private void addWait(RecordedContainer container) {
    Optional<Instant> over = container.lastEnd().flatMap(RecordedEnd::finishedAt);
    if (over.isEmpty() || container.runningSince().isEmpty()) {
      return;
    }
    Instant again = container.runningSince().get();
    Duration waited = Duration.between(over.get(), again);
    if (waited.compareTo(ProbeFailures.TOLERANCE) > 0) {
      lines.add(
          ReplayLine.inferred(
              over.get(),
              again,
              "no instance ran for "
                  + TimeWords.text(waited)
                  + ": the restart waited for its back-off",
              "status.lastState, status.state"));
    }
  }
}
