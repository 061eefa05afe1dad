package dev.sonde.kubelet.measure;

import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.kubelet.internal.handler.AttemptThreads;
import dev.sonde.kubelet.internal.handler.PodAddress;
import dev.sonde.kubelet.internal.handler.RealHandlers;
import dev.sonde.kubelet.internal.handler.WarmUpAttempt;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.TcpSocket;
import dev.sonde.release.KubernetesVersion;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The container that is measured, and how its probes are asked.
 *
 * @param found the container
 * @param handlers make the attempts
 */
record MeasuredTarget(ProbedContainer found, RealHandlers handlers) {

  private static final Duration CONNECTING = Duration.ofSeconds(1);

  /** A container whose probes are asked at an address. */
  static MeasuredTarget of(ProbedContainer found, String address) {
    ContainerSpec container = found.container();
    if (container.probes().values().stream().noneMatch(probe -> probe.handler().isPresent())) {
      throw new MeasureException(
          "the container has no probe to ask. Give it one, or name another container.");
    }
    return new MeasuredTarget(
        found,
        new RealHandlers(
            new PodAddress(address, container.ports()),
            KubernetesVersion.DEFAULT,
            Path.of("").toAbsolutePath(),
            Map.of()));
  }

  ContainerSpec container() {
    return found.container();
  }

  long graceSeconds() {
    return Math.max(1, found.pod().effectiveTerminationGracePeriodSeconds());
  }

  /** Where a process reads nothing from. */
  Path nothing() {
    return Path.of(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  /** Loads what asks the probes, so that the first run does not spend its time on that. */
  void rehearse() {
    try (AttemptThreads threads = new AttemptThreads()) {
      for (Probe probe : container().probes().values()) {
        probe.handler().ifPresent(handler -> WarmUpAttempt.of(handler, handlers, threads));
      }
    }
  }

  /**
   * Makes sure that nobody else answers the probes.
   *
   * @throws MeasureException if somebody does
   */
  void demandFreePorts() {
    try (AttemptThreads threads = new AttemptThreads()) {
      for (Probe probe : container().probes().values()) {
        probe
            .handler()
            .flatMap(
                handler ->
                    handler.dialledPort().map(port -> new TcpSocket(port, handler.dialledHost())))
            .ifPresent(
                socket -> {
                  if (threads.make(handlers.attempt(socket), CONNECTING).join().verdict()
                      == AttemptVerdict.SUCCESS) {
                    throw new MeasureException(
                        "port %s is in use already: it would be measured in place of the application. Stop what has it."
                            .formatted(socket.port()));
                  }
                });
      }
    }
  }
}
