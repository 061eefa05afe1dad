package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.output.TraceText;
import dev.sonde.kubelet.internal.time.NanoTime;
import java.util.List;

/** Tells what happened: the events as a timeline, and what the application printed. Bounded. */
final class TestStory {

  private static final int LINES = 60;

  private final EventLog log;
  private final OutputTail output;
  private final double timeFactor;

  TestStory(EventLog log, OutputTail output, double timeFactor) {
    this.log = log;
    this.output = output;
    this.timeFactor = timeFactor;
  }

  String text() {
    String printed = output.text();
    return heading()
        + "\n"
        + timeline(LINES).indent(2)
        + (printed.isEmpty() ? "" : "What the application printed:\n" + printed);
  }

  private String heading() {
    return timeFactor == 1
        ? "Timeline:"
        : "Timeline, in the manifest's seconds, "
            + NanoTime.exactSeconds((long) (timeFactor * NanoTime.PER_SECOND))
            + " of which pass per second:";
  }

  /** {@return the events, one line each} */
  String timeline() {
    return timeline(Integer.MAX_VALUE);
  }

  private String timeline(int most) {
    TraceText text = TraceText.ofOneContainer();
    List<String> lines =
        log.events().stream()
            .filter(event -> !text.repeatsAnother(event))
            .map(KubeletEvent::line)
            .toList();
    int dropped = Math.max(0, lines.size() - most);
    String before = dropped == 0 ? "" : "(" + dropped + " events before)\n";
    return before + String.join("\n", lines.subList(dropped, lines.size()));
  }
}
