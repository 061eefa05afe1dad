package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeKind;
import java.io.PrintStream;
import java.util.Map;

/** Shows a container on the whole terminal while it runs, and leaves its last events behind. */
final class LiveView implements WatchPrinter {

  private static final long REDRAW_MILLIS = 200;

  /** The terminal is asked for its size not at each drawing, but often enough. */
  private static final int DRAWINGS_OF_A_SIZE = 5;

  private final String name;
  private final PrintStream out;
  private final LiveState state;

  LiveView(ContainerSpec container, PrintStream out) {
    this.name = container.name().orElse("container");
    this.out = out;
    this.state = new LiveState(container.probes().keySet());
  }

  @Override
  public void prepare(LiveOptions.Builder options) {
    options.output(state::prints);
  }

  @Override
  public void happened(KubeletEvent event) {
    state.happened(event);
  }

  @Override
  public void says(String line) {
    state.prints(line);
  }

  @Override
  public Showing show(RunningPod pod) {
    TerminalScreen screen = new TerminalScreen(out);
    Thread painter = new Thread(() -> paint(pod, screen), "sonde-view");
    painter.setDaemon(true);
    painter.start();
    return () -> {
      painter.interrupt();
      join(painter);
      screen.close();
      leaveBehind();
    };
  }

  private void paint(RunningPod pod, TerminalScreen screen) {
    TerminalSize size = TerminalSize.USUAL;
    for (long drawing = 0; !Thread.currentThread().isInterrupted(); drawing++) {
      size = drawing % DRAWINGS_OF_A_SIZE == 0 ? TerminalSize.ask() : size;
      Map<ProbeKind, Long> ticks = pod.nextTicks().join();
      screen.draw(LivePicture.of(name, state.snapshot(), pod.now(), ticks, size));
      try {
        Thread.sleep(REDRAW_MILLIS);
      } catch (InterruptedException over) {
        return;
      }
    }
  }

  private static void join(Thread painter) {
    try {
      painter.join();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the other screen showed is gone with it. */
  private void leaveBehind() {
    LiveState.Snapshot seen = state.snapshot();
    if (seen.dropped() > 0) {
      out.println("(" + seen.dropped() + " events before)");
    }
    seen.recent().forEach(event -> out.println(EventPrinter.styleOf(event).of(event.line())));
    out.flush();
  }
}
