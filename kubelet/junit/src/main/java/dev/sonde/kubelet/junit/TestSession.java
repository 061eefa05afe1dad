package dev.sonde.kubelet.junit;

import dev.sonde.kubelet.live.LiveOptions;
import dev.sonde.kubelet.live.RunningPod;
import java.util.Optional;

/** The application of one test: from before it begins until it is over. */
final class TestSession implements AutoCloseable {

  private final KubeletSetup setup;
  private final EventLog log = new EventLog();
  private final OutputTail output = new OutputTail();
  private final ActiveFaults faults = new ActiveFaults();
  private Optional<PortReservations.Reservation> ports = Optional.empty();
  private Optional<RunningPod> pod = Optional.empty();
  private Optional<Thread> hook = Optional.empty();
  private Optional<Kubelet> kubelet = Optional.empty();

  TestSession(KubeletSetup setup) {
    this.setup = setup;
  }

  /**
   * Waits for the ports, then starts the application.
   *
   * @throws IllegalStateException if somebody else listens on one of its ports
   * @throws java.io.UncheckedIOException if it cannot be started at all
   */
  void open(PortReservations reservations) {
    LiveOptions options = setup.options().get().listener(log).output(output).build();
    ContainerPorts wanted = new ContainerPorts(setup.container(), setup.traffic());
    ports = Optional.of(reservations.take(wanted.numbers()));
    if (!options.command().isEmpty() || options.application().isPresent()) {
      wanted.demandFree();
    }
    RunningPod started = RunningPod.start(setup.container(), options);
    pod = Optional.of(started);
    killWithThisJvm(started);
    PodLook look = new PodLook(started, log, story(options), setup.container(), options);
    kubelet = Optional.of(new Kubelet(look, setup.traffic(), new ProcessFaults(look, faults)));
    started.nextTicks().join(); // By now the process was started, or was not.
    if (started.over() && log.size() == 0) {
      started.await();
    }
  }

  /** A test run that is broken off leaves no process behind. */
  private void killWithThisJvm(RunningPod started) {
    Thread closing =
        new Thread(
            () -> {
              try (faults) {
                started.close();
              }
            },
            "sonde-kubelet-test-end");
    Runtime.getRuntime().addShutdownHook(closing);
    hook = Optional.of(closing);
  }

  private TestStory story(LiveOptions options) {
    return new TestStory(log, output, options.timeFactor());
  }

  Kubelet kubelet() {
    return kubelet.orElseThrow();
  }

  /** {@return what happened, if something was started} */
  Optional<String> story() {
    return kubelet.map(Kubelet::story);
  }

  @Override
  public void close() {
    try (faults) {
      pod.ifPresent(RunningPod::close);
      hook.ifPresent(TestSession::forget);
    } finally {
      ports.ifPresent(PortReservations.Reservation::close);
      ports = Optional.empty();
      pod = Optional.empty();
      hook = Optional.empty();
    }
  }

  private static void forget(Thread closing) {
    try {
      Runtime.getRuntime().removeShutdownHook(closing);
    } catch (IllegalStateException endingAlready) {
      // Then it does its work now.
    }
  }
}
