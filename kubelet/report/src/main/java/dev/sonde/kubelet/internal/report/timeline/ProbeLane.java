package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.Verdict;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.report.model.Mark;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;

/** The tries of one probe. */
final class ProbeLane {

  private final String container;
  private final ProbeKind kind;
  private final List<Mark> marks = new ArrayList<>();

  private ProbeLane(String container, ProbeKind kind) {
    this.container = container;
    this.kind = kind;
  }

  static List<Mark> of(List<KubeletEvent> events, String container, ProbeKind kind) {
    ProbeLane lane = new ProbeLane(container, kind);
    for (KubeletEvent event : events) {
      if (event instanceof ProbeEvent probe && lane.concerns(probe)) {
        lane.add(probe);
      }
    }
    return lane.marks;
  }

  private boolean concerns(ProbeEvent event) {
    return event.probe() == kind && event.container().equals(container);
  }

  private void add(ProbeEvent event) {
    if (event instanceof ProbeEvent.ProbeTried tried) {
      marks.add(new Mark(kindOf(tried.outcome().verdict()), tried.at(), false));
    } else if (event instanceof ProbeEvent.ProbeErrored errored) {
      marks.add(new Mark(Mark.Kind.ERROR, errored.at(), false));
    } else if (event instanceof ProbeEvent.ProbeChanged changed && !changed.initial()) {
      decide(changed.at());
    }
  }

  /** A result changes with the try that changes it. */
  private void decide(long at) {
    int last = marks.size() - 1;
    if (last >= 0 && marks.get(last).at() == at) {
      marks.set(last, new Mark(marks.get(last).kind(), at, true));
    }
  }

  private static Mark.Kind kindOf(Verdict verdict) {
    return switch (verdict) {
      case SUCCESS -> Mark.Kind.SUCCESS;
      case WARNING -> Mark.Kind.WARNING;
      case FAILURE -> Mark.Kind.FAILURE;
      case ERROR -> Mark.Kind.ERROR;
    };
  }
}
