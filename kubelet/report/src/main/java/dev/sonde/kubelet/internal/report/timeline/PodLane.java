package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.report.model.TimelineSpan;
import java.util.List;

/** A pod as a whole. */
final class PodLane {

  private PodLane() {}

  /** {@return when the pod was ready} */
  static List<TimelineSpan> ready(List<KubeletEvent> events, long end) {
    SpanCollector spans = new SpanCollector();
    for (KubeletEvent event : events) {
      if (event instanceof PodEvent.PodReadyChanged changed) {
        turn(spans, TimelineSpan.Kind.READY, changed.ready(), changed.at(), "ready");
      } else if (event instanceof PodEvent.PodEnded ended) {
        spans.end(ended.at());
      }
    }
    return spans.until(end);
  }

  /** {@return when the pod received traffic} */
  static List<TimelineSpan> traffic(List<KubeletEvent> events, long end) {
    SpanCollector spans = new SpanCollector();
    for (KubeletEvent event : events) {
      if (event instanceof PodEvent.TrafficChanged changed) {
        turn(spans, TimelineSpan.Kind.TRAFFIC, changed.receives(), changed.at(), "traffic");
      }
    }
    return spans.until(end);
  }

  private static void turn(
      SpanCollector spans, TimelineSpan.Kind kind, boolean on, long at, String text) {
    if (on) {
      spans.begin(kind, at, text);
    } else {
      spans.end(at);
    }
  }

  /** {@return the pod's life in one line: it starts, receives traffic, stops} */
  static List<TimelineSpan> life(List<KubeletEvent> events, long end) {
    SpanCollector spans = new SpanCollector();
    boolean stopping = false;
    for (KubeletEvent event : events) {
      long at = event.at();
      if (event instanceof PodEvent.TrafficChanged changed && !stopping) {
        spans.begin(
            changed.receives() ? TimelineSpan.Kind.SERVING : TimelineSpan.Kind.STARTING,
            at,
            changed.receives() ? "traffic" : "no traffic");
      } else if (event instanceof ContainerEvent.ContainerRunning running
          && running.instance() == 1) {
        spans.beginUnlessOpen(TimelineSpan.Kind.STARTING, at, "starting");
      } else if (event instanceof PodEvent.PodDeleted) {
        stopping = true;
        spans.begin(TimelineSpan.Kind.STOPPING, at, "stopping");
      } else if (event instanceof PodEvent.PodEnded) {
        spans.end(at);
      }
    }
    return spans.until(end);
  }
}
