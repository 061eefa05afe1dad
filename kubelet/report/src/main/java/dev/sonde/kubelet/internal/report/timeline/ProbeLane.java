package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.report.model.TryMark;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;

/** The tries of one probe. */
final class ProbeLane {

  private final String container;
  private final ProbeKind kind;
  private final List<TryMark> marks = new ArrayList<>();

  private ProbeLane(String container, ProbeKind kind) {
    this.container = container;
    this.kind = kind;
  }

  static List<TryMark> of(List<KubeletEvent> events, String container, ProbeKind kind) {
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
      marks.add(new TryMark(kindOf(tried.outcome().verdict()), tried.at(), false));
    } else if (event instanceof ProbeEvent.ProbeErrored errored) {
      marks.add(new TryMark(TryMark.Kind.ERROR, errored.at(), false));
    } else if (event instanceof ProbeEvent.ProbeChanged changed && !changed.initial()) {
      decide(changed.at());
    }
  }

  /** A result changes with the try that changes it. */
  private void decide(long at) {
    int last = marks.size() - 1;
    if (last >= 0 && marks.get(last).at() == at) {
      marks.set(last, new TryMark(marks.get(last).kind(), at, true));
    }
  }

  private static TryMark.Kind kindOf(AttemptVerdict verdict) {
    return switch (verdict) {
      case SUCCESS -> TryMark.Kind.SUCCESS;
      case WARNING -> TryMark.Kind.WARNING;
      case FAILURE -> TryMark.Kind.FAILURE;
      case ERROR -> TryMark.Kind.ERROR;
    };
  }
}
