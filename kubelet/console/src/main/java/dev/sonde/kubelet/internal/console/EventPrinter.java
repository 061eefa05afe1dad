package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.output.TraceText;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;
import java.io.PrintStream;

/** Prints events as they happen, one line each; in colour on a terminal. */
final class EventPrinter implements WatchPrinter {

  private final PrintStream out;
  private final boolean colour;
  private final TraceText text = TraceText.ofOneContainer();

  EventPrinter(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  @Override
  public void prepare(LiveOptions.Builder options) {
    // What the process prints goes where this program's output goes.
  }

  @Override
  public void happened(KubeletEvent event) {
    if (!text.repeatsAnother(event)) {
      says(colour ? styleOf(event).of(event.line()) : event.line());
    }
  }

  @Override
  public void says(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public Showing show(RunningPod pod) {
    return () -> {};
  }

  static LineStyle styleOf(KubeletEvent event) {
    if (event instanceof ProbeEvent.ProbeTried tried) {
      return tried.outcome().verdict() == AttemptVerdict.SUCCESS
          ? LineStyle.PLAIN
          : LineStyle.DOUBTFUL;
    }
    if (event instanceof PodEvent.PodReadyChanged changed) {
      return changed.ready() ? LineStyle.GOOD : LineStyle.DOUBTFUL;
    }
    boolean bad =
        event instanceof ContainerEvent.KillDecided
            || event instanceof ProbeEvent.ProbeErrored
            || event instanceof ContainerEvent.ContainerExited;
    return bad ? LineStyle.BAD : LineStyle.PLAIN;
  }
}
