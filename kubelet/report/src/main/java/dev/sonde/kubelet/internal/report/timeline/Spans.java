package dev.sonde.kubelet.internal.report.timeline;

import dev.sonde.kubelet.internal.report.model.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what lasts, while it is heard when it begins and when something else does. */
final class Spans {

  private final List<Span> done = new ArrayList<>();
  private Span.Kind kind = Span.Kind.RUNNING;
  private String text = "";
  private long since = -1;

  void begin(Span.Kind next, long at, String words) {
    end(at);
    kind = next;
    text = words;
    since = at;
  }

  void beginUnlessOpen(Span.Kind next, long at, String words) {
    if (since < 0) {
      begin(next, at, words);
    }
  }

  void end(long at) {
    if (since >= 0 && at > since) {
      done.add(new Span(kind, since, at, text));
    }
    since = -1;
  }

  List<Span> until(long end) {
    end(end);
    return done;
  }
}
