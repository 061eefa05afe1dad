package dev.sonde.kubelet.cli;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.output.TraceText;
import dev.sonde.kubelet.prober.Verdict;
import java.io.PrintStream;

/** Prints events as they happen, one line each; in colour on a terminal. */
final class EventPrinter {

  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean colour;
  private final TraceText text = TraceText.ofOneContainer();

  EventPrinter(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  void print(KubeletEvent event) {
    if (!text.repeatsAnother(event)) {
      out.println(colour ? colourOf(event) + event.line() + PLAIN : event.line());
      out.flush();
    }
  }

  private static String colourOf(KubeletEvent event) {
    if (event instanceof ProbeEvent.ProbeTried tried) {
      return tried.outcome().verdict() == Verdict.SUCCESS ? PLAIN : YELLOW;
    }
    if (event instanceof PodEvent.PodReadyChanged changed) {
      return changed.ready() ? GREEN : YELLOW;
    }
    boolean bad =
        event instanceof ContainerEvent.KillDecided
            || event instanceof ProbeEvent.ProbeErrored
            || event instanceof ContainerEvent.ContainerExited;
    return bad ? RED : PLAIN;
  }
}
