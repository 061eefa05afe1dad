package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What a test's kubelet has seen so far, and ways to wait for more.
 *
 * @param pod the pod
 * @param log its events
 * @param story tells them
 * @param container what is probed, and how
 * @param options how it is run
 */
record PodLook(
    RunningPod pod, EventLog log, TestStory story, ContainerSpec container, LiveOptions options) {

  boolean ready() {
    return log.last(PodEvent.PodReadyChanged.class)
        .filter(PodEvent.PodReadyChanged::ready)
        .isPresent();
  }

  boolean started() {
    return log.last(ContainerEvent.StartedChanged.class)
        .filter(ContainerEvent.StartedChanged::started)
        .isPresent();
  }

  KubeletEvent at(OptionalInt place) {
    return log.events().get(place.getAsInt());
  }

  /** Waits for an event from a place on, for so long in the manifest's seconds. */
  OptionalInt await(int from, Predicate<KubeletEvent> wanted, Duration limit) {
    return log.await(from, wanted, pod.onTheWall(limit));
  }

  /** The place of the last change of the pod's readiness; -1 where there was none yet. */
  int lastReadiness() {
    List<KubeletEvent> events = log.events();
    for (int place = events.size() - 1; place >= 0; place--) {
      if (events.get(place) instanceof PodEvent.PodReadyChanged) {
        return place;
      }
    }
    return -1;
  }

  void demandReady() {
    if (!ready()) {
      throw failed("The pod is not ready. Begin with awaitReady().");
    }
  }

  KubeletAssertionError failed(String what) {
    return new KubeletAssertionError(
        what + " Now is t=" + NanoTime.text(pod.now()) + ".\n" + story.text());
  }

  static boolean isReadiness(KubeletEvent event, boolean ready) {
    return event instanceof PodEvent.PodReadyChanged changed && changed.ready() == ready;
  }

  static boolean isTry(KubeletEvent event, ProbeKind kind) {
    return event instanceof ProbeEvent.ProbeTried tried && tried.probe() == kind;
  }

  static boolean isSuccess(KubeletEvent event, ProbeKind kind) {
    return isTry(event, kind) && !isFailure(event, kind);
  }

  static boolean isFailure(KubeletEvent event, ProbeKind kind) {
    return event instanceof ProbeEvent.ProbeTried tried
        && tried.probe() == kind
        && tried.outcome().verdict() == AttemptVerdict.FAILURE;
  }

  static boolean isRestart(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning running && running.instance() > 1;
  }

  static boolean isEndOfInstance(KubeletEvent event) {
    return event instanceof ContainerEvent.KillDecided
        || event instanceof ContainerEvent.ContainerExited;
  }
}
