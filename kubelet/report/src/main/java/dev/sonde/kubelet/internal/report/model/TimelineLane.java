package dev.sonde.kubelet.internal.report.model;

import java.util.List;

/**
 * One line of a timeline.
 *
 * @param label whose
 * @param spans what lasts, in the order of time
 * @param marks what happens at a moment, in the order of time
 */
public record TimelineLane(String label, List<TimelineSpan> spans, List<TryMark> marks) {

  /** Copies the lists, so that the value stays what it was. */
  public TimelineLane {
    spans = List.copyOf(spans);
    marks = List.copyOf(marks);
  }

  /** Tells whether nothing is in it. */
  public boolean isEmpty() {
    return spans.isEmpty() && marks.isEmpty();
  }
}
