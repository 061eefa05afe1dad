package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.output.TraceText;
import dev.sonde.model.ProbeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be seen of a container: kept up to date by its events and by what it prints. Safe for
 * use by several threads.
 */
final class LiveState {

  private static final int KEPT = 200;

  private final Map<ProbeKind, ProbeState> probes = new EnumMap<>(ProbeKind.class);
  private final TraceText text = TraceText.ofOneContainer();
  private final Deque<KubeletEvent> recent = new ArrayDeque<>();
  private final Deque<String> printed = new ArrayDeque<>();
  private long dropped;
  private String process = "starting";
  private int restarts;
  private boolean started;
  private boolean ready;

  LiveState(Iterable<ProbeKind> kinds) {
    kinds.forEach(kind -> probes.put(kind, ProbeState.UNTRIED));
  }

  synchronized void happened(KubeletEvent event) {
    if (!text.repeatsAnother(event)) {
      dropped += keep(recent, event);
    }
    if (event instanceof ProbeEvent probe) {
      probes.computeIfPresent(probe.probe(), (kind, state) -> state.after(probe));
    } else if (event instanceof PodEvent.PodReadyChanged changed) {
      ready = changed.ready();
    } else if (event instanceof ContainerEvent container) {
      note(container);
    }
  }

  private void note(ContainerEvent event) {
    if (event instanceof ContainerEvent.ContainerRunning running) {
      process = "running";
      restarts = running.instance() - 1;
    } else if (event instanceof ContainerEvent.StartedChanged changed) {
      started = changed.started();
    } else if (event instanceof ContainerEvent.KillDecided) {
      process = "stopping";
    } else if (event instanceof ContainerEvent.ContainerExited exited) {
      process = "exited with code " + exited.exitCode();
    } else if (event instanceof ContainerEvent.RestartDelayed) {
      process = "waiting to be restarted";
    }
  }

  synchronized void prints(String line) {
    keep(printed, line.replaceAll("\\p{Cntrl}", " "));
  }

  private static <T> int keep(Deque<T> last, T one) {
    last.addLast(one);
    if (last.size() <= KEPT) {
      return 0;
    }
    last.removeFirst();
    return 1;
  }

  /**
   * What is to be seen at a moment.
   *
   * @param dropped how many events came before the recent ones
   */
  record Snapshot(
      String process,
      int restarts,
      boolean started,
      boolean ready,
      Map<ProbeKind, ProbeState> probes,
      List<KubeletEvent> recent,
      long dropped,
      List<String> printed) {}

  synchronized Snapshot snapshot() {
    return new Snapshot(
        process,
        restarts,
        started,
        ready,
        new EnumMap<>(probes),
        List.copyOf(recent),
        dropped,
        List.copyOf(printed));
  }
}
