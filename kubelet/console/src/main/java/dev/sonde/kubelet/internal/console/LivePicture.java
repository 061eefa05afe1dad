package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.model.ProbeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a container as the lines of a screen: its state, its probes, events and output. */
final class LivePicture {

  private static final int KIND_WIDTH = 10;
  private static final int COUNT_WIDTH = 20;
  private static final int TICK_WIDTH = 12;

  /** Title, state, a gap, and a heading for events. */
  private static final int FIXED_LINES = 4;

  private final String name;
  private final TerminalSize size;
  private final List<String> lines = new ArrayList<>();

  private LivePicture(String name, TerminalSize size) {
    this.name = name;
    this.size = size;
  }

  /**
   * {@return the lines, no more and no longer than the terminal has room for}
   *
   * @param name what is probed
   * @param seen its state
   * @param now the moment, in nanoseconds
   * @param ticks when each probe's next tick is, in nanoseconds
   * @param size how much there is room for
   */
  static List<String> of(
      String name,
      LiveState.Snapshot seen,
      long now,
      Map<ProbeKind, Long> ticks,
      TerminalSize size) {
    LivePicture picture = new LivePicture(name, size);
    picture.head(seen, now);
    seen.probes()
        .forEach(
            (kind, state) ->
                picture.probe(kind, state, Optional.ofNullable(ticks.get(kind)), now, seen));
    picture.tails(seen);
    return List.copyOf(picture.lines.subList(0, Math.min(picture.lines.size(), size.rows())));
  }

  private void head(LiveState.Snapshot seen, long now) {
    add(
        line()
            .add(LineStyle.BOLD, name)
            .add(LineStyle.PLAIN, "  t=" + wholeTenths(now) + "  ")
            .add(LineStyle.DIM, "Ctrl-C ends"));
    add(
        line()
            .add(LineStyle.PLAIN, seen.process() + ", ")
            .add(
                seen.started() ? LineStyle.GOOD : LineStyle.DOUBTFUL,
                seen.started() ? "started" : "not started")
            .add(LineStyle.PLAIN, ", ")
            .add(
                seen.ready() ? LineStyle.GOOD : LineStyle.DOUBTFUL,
                seen.ready() ? "ready" : "not ready")
            .add(LineStyle.PLAIN, ", restarts: " + seen.restarts()));
  }

  private void probe(
      ProbeKind kind, ProbeState state, Optional<Long> tick, long now, LiveState.Snapshot seen) {
    add(
        line()
            .add(LineStyle.PLAIN, "  ")
            .column(LineStyle.BOLD, kind.word(), KIND_WIDTH)
            .column(state.style(), state.count(), COUNT_WIDTH)
            .column(LineStyle.DIM, next(kind, tick, now, seen), TICK_WIDTH)
            .add(state.style(), state.reason()));
  }

  private static String next(
      ProbeKind kind, Optional<Long> tick, long now, LiveState.Snapshot seen) {
    if (kind == ProbeKind.STARTUP && seen.started()) {
      return "done";
    }
    if (kind != ProbeKind.STARTUP && !seen.started()) {
      return "waits";
    }
    return tick.map(at -> "in " + wholeTenths(Math.max(0, at - now))).orElse("");
  }

  /** The most recent events, and what was printed last, share what is left of the screen. */
  private void tails(LiveState.Snapshot seen) {
    int room = Math.max(0, size.rows() - FIXED_LINES - seen.probes().size());
    int forOutput = seen.printed().isEmpty() ? 0 : Math.min(seen.printed().size() + 1, room / 3);
    boolean showsOutput = forOutput > 1; // A heading alone tells nothing.
    add(line());
    add(line().add(LineStyle.BOLD, "Events"));
    for (KubeletEvent event : last(seen.recent(), room - (showsOutput ? forOutput : 0))) {
      add(line().add(EventPrinter.styleOf(event), "  " + event.line()));
    }
    if (showsOutput) {
      add(line().add(LineStyle.BOLD, "Output"));
      last(seen.printed(), forOutput - 1)
          .forEach(text -> add(line().add(LineStyle.DIM, "  " + text)));
    }
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private ScreenLine line() {
    return new ScreenLine(size.columns());
  }

  private void add(ScreenLine line) {
    lines.add(line.toString());
  }

  private static String wholeTenths(long nanos) {
    long tenth = NanoTime.PER_SECOND / 10;
    return NanoTime.text(nanos / tenth * tenth);
  }
}
