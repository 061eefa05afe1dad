package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.report.model.TimelineSpan;
import dev.sonde.kubelet.internal.time.TimeWords;
import java.util.List;

/** A container as it runs, stops, waits and runs again. */
final class ContainerLane {

  private ContainerLane() {}

  static List<TimelineSpan> of(List<KubeletEvent> events, String container, long end) {
    SpanCollector spans = new SpanCollector();
    for (KubeletEvent event : events) {
      if (event instanceof ContainerEvent own && own.container().equals(container)) {
        add(own, spans);
      }
    }
    return spans.until(end);
  }

  private static void add(ContainerEvent event, SpanCollector spans) {
    if (event instanceof ContainerEvent.ContainerRunning running) {
      int restart = running.instance() - 1;
      spans.begin(
          TimelineSpan.Kind.RUNNING, running.at(), restart == 0 ? "running" : "restart " + restart);
    } else if (event instanceof ContainerEvent.KillDecided kill) {
      spans.begin(TimelineSpan.Kind.STOPPING, kill.at(), "stopping");
    } else if (event instanceof ContainerEvent.ContainerExited exited) {
      spans.end(exited.at());
    } else if (event instanceof ContainerEvent.RestartDelayed delayed) {
      spans.begin(
          TimelineSpan.Kind.BACK_OFF,
          delayed.at(),
          "back-off " + TimeWords.text(delayed.backOff()));
    }
  }
}
