package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.internal.report.model.TimelineSpan;
import java.util.ArrayList;
import java.util.List;

/** Collects what lasts, while it is heard when it begins and when something else does. */
final class SpanCollector {

  private final List<TimelineSpan> done = new ArrayList<>();
  private TimelineSpan.Kind kind = TimelineSpan.Kind.RUNNING;
  private String text = "";
  private long since = -1;

  void begin(TimelineSpan.Kind next, long at, String words) {
    end(at);
    kind = next;
    text = words;
    since = at;
  }

  void beginUnlessOpen(TimelineSpan.Kind next, long at, String words) {
    if (since < 0) {
      begin(next, at, words);
    }
  }

  void end(long at) {
    if (since >= 0 && at > since) {
      done.add(new TimelineSpan(kind, since, at, text));
    }
    since = -1;
  }

  List<TimelineSpan> until(long end) {
    end(end);
    return done;
  }
}
