package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.report.model.Span;
import java.util.List;

/** A pod as a whole. */
final class PodLane {

  private PodLane() {}

  /** {@return when the pod was ready} */
  static List<Span> ready(List<KubeletEvent> events, long end) {
    Spans spans = new Spans();
    for (KubeletEvent event : events) {
      if (event instanceof PodEvent.PodReadyChanged changed) {
        turn(spans, Span.Kind.READY, changed.ready(), changed.at(), "ready");
      } else if (event instanceof PodEvent.PodEnded ended) {
        spans.end(ended.at());
      }
    }
    return spans.until(end);
  }

  /** {@return when the pod received traffic} */
  static List<Span> traffic(List<KubeletEvent> events, long end) {
    Spans spans = new Spans();
    for (KubeletEvent event : events) {
      if (event instanceof PodEvent.TrafficChanged changed) {
        turn(spans, Span.Kind.TRAFFIC, changed.receives(), changed.at(), "traffic");
      }
    }
    return spans.until(end);
  }

  private static void turn(Spans spans, Span.Kind kind, boolean on, long at, String text) {
    if (on) {
      spans.begin(kind, at, text);
    } else {
      spans.end(at);
    }
  }

  /** {@return the pod's life in one line: it starts, receives traffic, stops} */
  static List<Span> life(List<KubeletEvent> events, long end) {
    Spans spans = new Spans();
    boolean stopping = false;
    for (KubeletEvent event : events) {
      long at = event.at();
      if (event instanceof PodEvent.TrafficChanged changed && !stopping) {
        spans.begin(
            changed.receives() ? Span.Kind.SERVING : Span.Kind.STARTING,
            at,
            changed.receives() ? "traffic" : "no traffic");
      } else if (event instanceof ContainerEvent.ContainerRunning running
          && running.instance() == 1) {
        spans.beginUnlessOpen(Span.Kind.STARTING, at, "starting");
      } else if (event instanceof PodEvent.PodDeleted) {
        stopping = true;
        spans.begin(Span.Kind.STOPPING, at, "stopping");
      } else if (event instanceof PodEvent.PodEnded) {
        spans.end(at);
      }
    }
    return spans.until(end);
  }
}
