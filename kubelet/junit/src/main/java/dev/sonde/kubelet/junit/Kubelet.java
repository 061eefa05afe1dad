package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.event.ProbeEvent;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.time.NanoTime;
import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;
import dev.sonde.model.ProbeKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.function.Executable;

/**
 * The kubelet that runs and probes a test's application; see {@link KubeletTest}. A test says with
 * it what it expects. Every expectation that is not met ends the test with an {@link
 * AssertionError} that tells what happened from the start, and what the application printed.
 *
 * <p>All durations are in the manifest's seconds, of which more than one may pass in a real one.
 * They count from the call. For use by the test's own thread; what it returns may be used by any.
 */
public final class Kubelet {

  /** How long {@link #awaitReady} waits where no probe gives up sooner. */
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final RunningPod pod;
  private final EventLog log;
  private final TestStory story;
  private final Optional<RequestUrl> traffic;
  private final LiveOptions options;
  private int settled;

  Kubelet(
      RunningPod pod,
      EventLog log,
      TestStory story,
      Optional<RequestUrl> traffic,
      LiveOptions options) {
    this.pod = pod;
    this.log = log;
    this.story = story;
    this.traffic = traffic;
    this.options = options;
  }

  /**
   * Waits until the pod is ready, if it is not already. Gives up as soon as a probe does, or the
   * application ends, and after 5 minutes.
   *
   * @return this kubelet
   * @throws AssertionError if the pod does not become ready
   */
  public Kubelet awaitReady() {
    OptionalInt place = awaitReadyOr(Kubelet::isEndOfInstance, LONGEST_START);
    if (place.isEmpty()) {
      throw failed("The pod was not ready after " + AnnotatedSeconds.text(LONGEST_START) + ".");
    }
    KubeletEvent event = log.events().get(place.getAsInt());
    if (event instanceof ContainerEvent.KillDecided kill) {
      throw failed("The pod did not become ready: " + kill.text() + ".");
    }
    if (event instanceof ContainerEvent.ContainerExited exit) {
      throw failed(
          "The application ended before the pod was ready, with exit code "
              + exit.exitCode()
              + ".");
    }
    return settled(place);
  }

  /**
   * Expects the pod to be ready, or to become ready in time, over restarts too.
   *
   * @param limit from now
   * @return this kubelet
   * @throws AssertionError if it is not
   */
  public Kubelet becomesReadyWithin(Duration limit) {
    OptionalInt place = awaitReadyOr(PodEvent.PodEnded.class::isInstance, limit);
    if (place.isEmpty() || !isReadiness(log.events().get(place.getAsInt()), true)) {
      throw failed("The pod was not ready within " + AnnotatedSeconds.text(limit) + ".");
    }
    return settled(place);
  }

  /**
   * Expects the pod to be unready, or to become so in time: it gets no more traffic.
   *
   * @param limit from now
   * @return this kubelet
   * @throws AssertionError if it is still ready then
   */
  public Kubelet becomesUnreadyWithin(Duration limit) {
    if (!ready()) {
      return this;
    }
    OptionalInt place = await(lastReadiness() + 1, event -> isReadiness(event, false), limit);
    if (place.isEmpty()) {
      throw failed("The pod was still ready after " + AnnotatedSeconds.text(limit) + ".");
    }
    return settled(place);
  }

  /**
   * Expects a new instance of the container to run in time: a probe failed often enough, or the
   * application ended, its grace period was used, and its back-off is over. A restart since the
   * last expectation was met counts.
   *
   * @param limit from now
   * @return this kubelet
   * @throws AssertionError if there is none
   */
  public Kubelet restartsWithin(Duration limit) {
    OptionalInt place =
        await(settled, event -> isRestart(event) || event instanceof PodEvent.PodEnded, limit);
    if (place.isEmpty() || !isRestart(log.events().get(place.getAsInt()))) {
      String how =
          log.find(settled, Kubelet::isEndOfInstance).stream()
              .mapToObj(end -> " It got as far as: " + log.events().get(end).text() + ".")
              .findFirst()
              .orElse(" Nothing was wrong with it as far as the probes could tell.");
      throw failed(
          "The container was not restarted within " + AnnotatedSeconds.text(limit) + "." + how);
    }
    return settled(place);
  }

  /**
   * Expects the pod to be ready now and to stay so. It has to be long enough for a probe to look,
   * as for {@link #staysReadyWhile}.
   *
   * @param time from now
   * @return this kubelet
   * @throws AssertionError if it is not, or nobody looked
   */
  public Kubelet staysReadyFor(Duration time) {
    demandReady();
    int before = log.size();
    if (await(lastReadiness() + 1, event -> isReadiness(event, false), time).isPresent()) {
      throw failed("The pod did not stay ready for " + AnnotatedSeconds.text(time) + ".");
    }
    demandLookSince(before, "In " + AnnotatedSeconds.text(time) + " readiness was not tried once.");
    settled = log.size();
    return this;
  }

  /**
   * Expects the pod to be ready now and to stay so while the test does something. It has to last
   * long enough for a probe to look: where there is a readiness probe that never was tried
   * meanwhile, the expectation is not met.
   *
   * @param action what the test does
   * @return this kubelet
   * @throws AssertionError if the pod does not stay ready, or nobody looked
   * @throws Throwable what the action throws
   */
  public Kubelet staysReadyWhile(Executable action) throws Throwable {
    demandReady();
    int before = log.size();
    action.execute();
    if (log.find(before, event -> isReadiness(event, false)).isPresent()) {
      throw failed("The pod did not stay ready meanwhile.");
    }
    demandLookSince(before, "The action was over before readiness was tried once.");
    settled = log.size();
    return this;
  }

  /**
   * Expects that no probe has the container restarted for a while, and that the application does
   * not end either.
   *
   * @param time from now
   * @return this kubelet
   * @throws AssertionError if it is or does
   */
  public Kubelet staysAliveFor(Duration time) {
    OptionalInt place = await(log.size(), Kubelet::isEndOfInstance, time);
    if (place.isPresent()) {
      throw failed(
          "The container did not stay alive for "
              + AnnotatedSeconds.text(time)
              + ": "
              + log.events().get(place.getAsInt()).text()
              + ".");
    }
    settled = log.size();
    return this;
  }

  /**
   * The same as {@link #noTrafficLostDuringShutdown(String)}, with the test's own {@code traffic}.
   *
   * @return this kubelet, whose pod is gone
   * @throws AssertionError if the pod is not ready, a request was lost, or nobody asked late enough
   * @throws IllegalStateException if the test does not say what users ask for, or traffic arrives
   *     for less than 0.1 real seconds
   */
  public Kubelet noTrafficLostDuringShutdown() {
    return noTrafficLostDuringShutdown(
        traffic.orElseThrow(
            () ->
                new IllegalStateException(
                    "The test does not say what users ask for. Give it: traffic ="
                        + " \"http://localhost:8080/path\".")));
  }

  /**
   * Deletes the pod while users send requests, and expects every request to be answered. As behind
   * a Service, they go to the pod until the endpoint's delay after its deletion is over; meanwhile
   * the application has its {@code SIGTERM} already. Four users ask one after the other, each time
   * on a new connection. Lost is a request that is refused, broken off, answered with 400 and
   * above, or not answered within 10 real seconds. The expectation is not met either if nobody
   * asked in the second half of that time, because then nobody saw how it ends.
   *
   * @param url what users ask for
   * @return this kubelet, whose pod is gone
   * @throws AssertionError if the pod is not ready, a request was lost, or nobody asked late enough
   * @throws IllegalStateException if traffic arrives for less than 0.1 real seconds
   */
  public Kubelet noTrafficLostDuringShutdown(String url) {
    return noTrafficLostDuringShutdown(KubeletSetup.traffic(url));
  }

  private Kubelet noTrafficLostDuringShutdown(RequestUrl url) {
    demandReady();
    ShutdownTraffic shutdown = new ShutdownTraffic(pod, log, options, url);
    shutdown
        .play()
        .ifPresent(
            complaint -> {
              throw failed(complaint);
            });
    settled = log.size();
    return this;
  }

  /** {@return whether the pod is ready now} */
  public boolean ready() {
    return log.last(PodEvent.PodReadyChanged.class)
        .filter(PodEvent.PodReadyChanged::ready)
        .isPresent();
  }

  /** {@return how long the pod has been there} */
  public Duration age() {
    return Duration.ofNanos(pod.now());
  }

  /** {@return all that has happened so far, in order} */
  public List<KubeletEvent> events() {
    return log.events();
  }

  /** {@return the same as lines, such as {@code t=31.0s liveness failed (2/3): refused}} */
  public String timeline() {
    return story.timeline();
  }

  String story() {
    return story.text();
  }

  private void demandReady() {
    if (!ready()) {
      throw failed("The pod is not ready. Begin with awaitReady().");
    }
  }

  /** Where there is a readiness probe, the pod's state says something only after a try. */
  private void demandLookSince(int before, String what) {
    boolean probed = log.find(0, Kubelet::isReadinessTry).isPresent();
    if (probed && log.find(before, Kubelet::isReadinessTry).isEmpty()) {
      throw failed("Nobody looked meanwhile. " + what + " Let it last longer than periodSeconds.");
    }
  }

  private OptionalInt awaitReadyOr(Predicate<KubeletEvent> end, Duration limit) {
    int last = lastReadiness();
    return ready()
        ? OptionalInt.of(last)
        : await(last + 1, event -> isReadiness(event, true) || end.test(event), limit);
  }

  private OptionalInt await(int from, Predicate<KubeletEvent> wanted, Duration limit) {
    return log.await(from, wanted, pod.onTheWall(limit));
  }

  private Kubelet settled(OptionalInt place) {
    settled = place.getAsInt() + 1;
    return this;
  }

  /** The place of the last change of the pod's readiness; -1 where there was none yet. */
  private int lastReadiness() {
    List<KubeletEvent> events = log.events();
    for (int place = events.size() - 1; place >= 0; place--) {
      if (events.get(place) instanceof PodEvent.PodReadyChanged) {
        return place;
      }
    }
    return -1;
  }

  private static boolean isReadiness(KubeletEvent event, boolean ready) {
    return event instanceof PodEvent.PodReadyChanged changed && changed.ready() == ready;
  }

  private static boolean isReadinessTry(KubeletEvent event) {
    return event instanceof ProbeEvent.ProbeTried tried && tried.probe() == ProbeKind.READINESS;
  }

  private static boolean isRestart(KubeletEvent event) {
    return event instanceof ContainerEvent.ContainerRunning running && running.instance() > 1;
  }

  private static boolean isEndOfInstance(KubeletEvent event) {
    return event instanceof ContainerEvent.KillDecided
        || event instanceof ContainerEvent.ContainerExited;
  }

  private KubeletAssertionError failed(String what) {
    return new KubeletAssertionError(
        what + " Now is t=" + NanoTime.text(pod.now()) + ".\n" + story.text());
  }
}
