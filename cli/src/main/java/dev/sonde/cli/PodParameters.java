package dev.sonde.cli;

import dev.sonde.kubelet.internal.input.ContainerChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which container of a manifest is meant, and where it is reached. */
final class PodParameters {

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ContainerParameters container;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      description = "The pod's address, for probes without a host; 127.0.0.1 if not given.")
  private String address = "127.0.0.1";

  private PodParameters() {}

  ContainerChoice choice() {
    return container.choice();
  }

  String address() {
    return address;
  }
}
