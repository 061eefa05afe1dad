package dev.sonde.cli;

import dev.sonde.kubelet.internal.input.ContainerChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which container of a manifest is meant. */
final class ContainerParameters {

  @Option(
      names = "--workload",
      paramLabel = "KIND/NAME",
      description = "Which workload of a manifest, as Deployment/orders or orders.")
  private Optional<String> workload = Optional.empty();

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description = "Which container of a workload; the only one if not given.")
  private Optional<String> container = Optional.empty();

  private ContainerParameters() {}

  Optional<String> workload() {
    return workload;
  }

  ContainerChoice choice() {
    return new ContainerChoice(workload, container, "--%s NAME");
  }
}
