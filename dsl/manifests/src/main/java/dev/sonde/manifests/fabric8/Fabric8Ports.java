package dev.sonde.manifests.fabric8;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The TCP ports that a container declares, and what must be added for probes to find theirs. */
final class Fabric8Ports {

  private Fabric8Ports() {}

  /** {@return a declared port in the model's terms} */
  static dev.sonde.model.ContainerPort port(ContainerPort port) {
    Integer number = port.getContainerPort();
    return new dev.sonde.model.ContainerPort(
        Optional.ofNullable(port.getName()), number == null ? 0 : number);
  }

  private static ContainerPort fabric8(dev.sonde.model.ContainerPort port) {
    ContainerPortBuilder builder =
        new ContainerPortBuilder().withContainerPort(port.containerPort());
    port.name().ifPresent(builder::withName);
    return builder.build();
  }

  static Stream<ContainerPort> tcp(List<ContainerPort> ports) {
    return ports.stream().filter(Fabric8Ports::isTcp);
  }

  private static boolean isTcp(ContainerPort port) {
    return port.getProtocol() == null || port.getProtocol().equals("TCP");
  }

  /** {@return the container's ports, and those of {@code needed} that it does not declare yet} */
  static List<ContainerPort> with(List<dev.sonde.model.ContainerPort> needed, Container container) {
    List<ContainerPort> ports = new ArrayList<>(container.getPorts());
    for (dev.sonde.model.ContainerPort port : needed) {
      String name = port.name().orElse(null);
      if (name == null) {
        declare(port, ports);
      } else {
        declare(port, name, ports, container);
      }
    }
    return ports;
  }

  private static void declare(dev.sonde.model.ContainerPort needed, List<ContainerPort> ports) {
    if (sameNumber(needed, ports).isEmpty()) {
      ports.add(fabric8(needed));
    }
  }

  private static void declare(
      dev.sonde.model.ContainerPort needed,
      String name,
      List<ContainerPort> ports,
      Container container) {
    for (ContainerPort port : ports) {
      if (name.equals(port.getName()) && sameNumber(needed, List.of(port)).isEmpty()) {
        throw contradiction(container, port, needed);
      }
    }
    ContainerPort declared = sameNumber(needed, ports).orElse(null);
    if (declared == null) {
      ports.add(fabric8(needed));
    } else if (declared.getName() == null) {
      ports.set(ports.indexOf(declared), declared.edit().withName(name).build());
    } else if (!declared.getName().equals(name)) {
      // A second entry of the same number would be lost: kubectl merges ports by their number.
      throw contradiction(container, declared, needed);
    }
  }

  private static Optional<ContainerPort> sameNumber(
      dev.sonde.model.ContainerPort needed, List<ContainerPort> ports) {
    return tcp(ports)
        .filter(port -> Objects.equals(port.getContainerPort(), needed.containerPort()))
        .findFirst();
  }

  private static IllegalArgumentException contradiction(
      Container container, ContainerPort declared, dev.sonde.model.ContainerPort needed) {
    return new IllegalArgumentException(
        "Container \""
            + container.getName()
            + "\" declares port \""
            + declared.getName()
            + "\" as "
            + declared.getContainerPort()
            + (isTcp(declared) ? "" : " (" + declared.getProtocol() + ")")
            + ", the probes need port \""
            + needed.name().orElse("")
            + "\" to be "
            + needed.containerPort()
            + ". Use one name and one number for it.");
  }
}
