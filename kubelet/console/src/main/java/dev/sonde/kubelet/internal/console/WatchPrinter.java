package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;

/** Shows people what happens to a container. */
interface WatchPrinter {

  /** Adds what it needs to know. */
  void prepare(LiveOptions.Builder options);

  /** Hears an event, on the kubelet's own thread. */
  void happened(KubeletEvent event);

  /** Shows a remark that is no event; from any thread. */
  void says(String line);

  /** Begins to show a pod, until what is returned is closed. */
  Showing show(RunningPod pod);

  /** Shows a pod until it is closed. */
  interface Showing extends AutoCloseable {
    @Override
    void close();
  }
}
