package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.event.ContainerEvent;
import dev.sonde.kubelet.event.KubeletEvent;
import dev.sonde.kubelet.event.PodEvent;
import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.model.ProbeKind;
import java.nio.file.Path;
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

  private final PodLook look;
  private final Optional<RequestUrl> traffic;
  private final ProcessFaults faults;
  private int settled;

  Kubelet(PodLook look, Optional<RequestUrl> traffic, ProcessFaults faults) {
    this.look = look;
    this.traffic = traffic;
    this.faults = faults;
  }

  /**
   * Waits until the pod is ready, if it is not already. Gives up as soon as a probe does, or the
   * application ends, and after 5 minutes.
   *
   * @return this kubelet
   * @throws AssertionError if the pod does not become ready
   */
  public Kubelet awaitReady() {
    OptionalInt place = awaitReadyOr(PodLook::isEndOfInstance, LONGEST_START);
    if (place.isEmpty()) {
      throw look.failed(
          "The pod was not ready after " + AnnotatedSeconds.text(LONGEST_START) + ".");
    }
    KubeletEvent event = look.at(place);
    if (event instanceof ContainerEvent.KillDecided kill) {
      throw look.failed("The pod did not become ready: " + kill.text() + ".");
    }
    if (event instanceof ContainerEvent.ContainerExited exit) {
      throw look.failed(
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
    if (place.isEmpty() || !PodLook.isReadiness(look.at(place), true)) {
      throw look.failed("The pod was not ready within " + AnnotatedSeconds.text(limit) + ".");
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
    if (!look.ready()) {
      return this;
    }
    OptionalInt place =
        look.await(look.lastReadiness() + 1, event -> PodLook.isReadiness(event, false), limit);
    if (place.isEmpty()) {
      throw look.failed("The pod was still ready after " + AnnotatedSeconds.text(limit) + ".");
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
        look.await(
            settled,
            event -> PodLook.isRestart(event) || event instanceof PodEvent.PodEnded,
            limit);
    if (place.isEmpty() || !PodLook.isRestart(look.at(place))) {
      String how =
          look.log().find(settled, PodLook::isEndOfInstance).stream()
              .mapToObj(end -> " It got as far as: " + look.log().events().get(end).text() + ".")
              .findFirst()
              .orElseGet(() -> new RestartCause(look).soFar(settled));
      throw look.failed(
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
    look.demandReady();
    int before = look.log().size();
    if (look.await(look.lastReadiness() + 1, event -> PodLook.isReadiness(event, false), time)
        .isPresent()) {
      throw look.failed("The pod did not stay ready for " + AnnotatedSeconds.text(time) + ".");
    }
    demandLookSince(before, "In " + AnnotatedSeconds.text(time) + " readiness was not tried once.");
    settled = look.log().size();
    return this;
  }

  /**
   * Expects the pod to be ready now and to stay so while the test does something. It has to last
   * long enough for a probe to look: if the readiness probe was not tried in that time, the
   * expectation is not met.
   *
   * @param action what the test does
   * @return this kubelet
   * @throws AssertionError if the pod does not stay ready, or nobody looked
   * @throws Throwable what the action throws
   */
  public Kubelet staysReadyWhile(Executable action) throws Throwable {
    look.demandReady();
    int before = look.log().size();
    action.execute();
    if (look.log().find(before, event -> PodLook.isReadiness(event, false)).isPresent()) {
      throw look.failed("The pod did not stay ready meanwhile.");
    }
    demandLookSince(before, "The action was over before readiness was tried once.");
    settled = look.log().size();
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
    OptionalInt place = look.await(look.log().size(), PodLook::isEndOfInstance, time);
    if (place.isPresent()) {
      throw look.failed(
          "The container did not stay alive for "
              + AnnotatedSeconds.text(time)
              + ": "
              + look.at(place).text()
              + ".");
    }
    settled = look.log().size();
    return this;
  }

  /**
   * Stalls the application for a while and expects that no probe has it restarted for that. The
   * stall begins just before the next try of its liveness probe (of its startup probe, while it has
   * not started), which is the worst moment. Returns once that probe has succeeded afterwards.
   *
   * @param length from that try on
   * @return this kubelet
   * @throws AssertionError if it is restarted, or ends
   * @throws IllegalStateException if no process can be stalled, or the {@code timeFactor} is too
   *     large to judge this length
   * @throws UnsupportedOperationException on Windows
   */
  public Kubelet survivesStall(Duration length) {
    new StallCheck(look, faults)
        .play(length)
        .ifPresent(
            complaint -> {
              throw look.failed(complaint);
            });
    settled = look.log().size();
    return this;
  }

  /**
   * Expects readiness to take the pod out of traffic in time, under a fault that is on: the probe
   * fails often enough, and the endpoint's delay passes. The time counts from the call, or from the
   * last try that succeeded where that was before, since a fault may begin right after one. A
   * restart that comes first does not count.
   *
   * @param limit from then
   * @return this kubelet
   * @throws AssertionError if traffic stays longer, or the container is killed or ends first
   */
  public Kubelet leavesTrafficWithin(Duration limit) {
    settled = new TrafficCheck(look).play(settled, limit) + 1;
    return this;
  }

  /**
   * Stalls the application: its process and all that it started are stopped, as by {@code SIGSTOP},
   * until the fault is closed. Its ports still accept connections, which nobody answers.
   *
   * @return the fault
   * @throws IllegalStateException if there is no process, or its CPU is held back already
   * @throws UnsupportedOperationException on Windows
   */
  public Fault stall() {
    return faults.stall();
  }

  /**
   * Gives the application no more CPU than a limit allows, until the fault is closed: in each 100
   * real milliseconds its threads together run for their quota and are stopped then, as by the
   * kernel under {@code resources.limits.cpu}.
   *
   * @param millicores the limit in thousandths of a core; 50 are {@code 50m}
   * @return the fault
   * @throws IllegalStateException if there is no process, or its CPU is held back already
   * @throws UnsupportedOperationException where the CPU time of threads is not shown: anywhere but
   *     on Linux
   */
  public Fault throttleCpu(int millicores) {
    return faults.throttleCpu(millicores);
  }

  /**
   * Fills the application's heap until nothing more fits, and holds it until the fault is closed.
   * An agent in the application's JVM does so. A JVM that exits when it runs out of memory does
   * exit.
   *
   * @return the fault
   * @throws IllegalStateException if there is no process, its JVM takes no agent, its heap may grow
   *     beyond 512 MB, or it is stalled or throttled
   */
  public Fault fillHeap() {
    return faults.fillHeap();
  }

  /**
   * Leaves the application no file descriptor but those that it uses, until the fault is closed: it
   * can open no file and accept no connection. What it closes meanwhile is gone too.
   *
   * @return the fault
   * @throws IllegalStateException if there is no process
   * @throws UnsupportedOperationException anywhere but on Linux with {@code prlimit}
   */
  public Fault useUpFileDescriptors() {
    return faults.useUpFileDescriptors();
  }

  /**
   * Fills the disk that a folder lies on, until the fault is closed.
   *
   * @param folder one on a disk with little room, such as a {@link SmallDisk}
   * @return the fault
   * @throws IllegalStateException if more than 256 MB are free on it
   */
  public Fault fillDisk(Path folder) {
    return faults.fillDisk(folder);
  }

  /**
   * Lets a server hold back its answers until the fault is closed. It goes on to accept connections
   * and to read.
   *
   * @param server one made by {@link FaultyServer#inFrontOf}
   * @return the fault
   * @throws IllegalStateException if it never answers anyway, or a server is silent already
   */
  public Fault silence(FaultyServer server) {
    return faults.silence(server);
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
    look.demandReady();
    ShutdownTraffic shutdown = new ShutdownTraffic(look.pod(), look.log(), look.options(), url);
    shutdown
        .play()
        .ifPresent(
            complaint -> {
              throw look.failed(complaint);
            });
    settled = look.log().size();
    return this;
  }

  /** {@return whether the pod is ready now} */
  public boolean ready() {
    return look.ready();
  }

  /** {@return how long the pod has been there} */
  public Duration age() {
    return Duration.ofNanos(look.pod().now());
  }

  /** {@return all that has happened so far, in order} */
  public List<KubeletEvent> events() {
    return look.log().events();
  }

  /** {@return the same as lines, such as {@code t=31.0s liveness failed (2/3): refused}} */
  public String timeline() {
    return look.story().timeline();
  }

  String story() {
    return look.story().text();
  }

  /** Where there is a readiness probe, the pod's state says something only after a try. */
  private void demandLookSince(int before, String what) {
    boolean probed =
        look.log().find(0, event -> PodLook.isTry(event, ProbeKind.READINESS)).isPresent();
    if (probed
        && look.log().find(before, event -> PodLook.isTry(event, ProbeKind.READINESS)).isEmpty()) {
      throw look.failed(
          "Nobody looked meanwhile. " + what + " Let it last longer than periodSeconds.");
    }
  }

  private OptionalInt awaitReadyOr(Predicate<KubeletEvent> end, Duration limit) {
    int last = look.lastReadiness();
    return look.ready()
        ? OptionalInt.of(last)
        : look.await(last + 1, event -> PodLook.isReadiness(event, true) || end.test(event), limit);
  }

  private Kubelet settled(OptionalInt place) {
    settled = place.getAsInt() + 1;
    return this;
  }
}
