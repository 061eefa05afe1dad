package dev.sonde.kubelet.internal.handler;

import dev.sonde.model.ContainerPort;
import dev.sonde.model.Port;
import java.util.List;
import java.util.OptionalInt;

/**
 * Where a container is reached.
 *
 * @param ip the pod's address, for probes that name no host
 * @param ports the ports that the container declares, for probes that name one
 */
public record PodAddress(String ip, List<ContainerPort> ports) {

  /** Copies the ports, so that the value stays what it was. */
  public PodAddress {
    ports = List.copyOf(ports);
  }

  /** {@return the port's number; unset where the container declares no such name} */
  OptionalInt number(Port port) {
    OptionalInt number = port.resolved(ports).asNumber();
    return port.asName().isPresent() || isLegal(number) ? number : OptionalInt.empty();
  }

  private static boolean isLegal(OptionalInt number) {
    return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= 65535;
  }

  /** Says what is wrong with a port that has no number. */
  String complaint(Port port) {
    if (port.asNumber().isPresent()) {
      return "port " + port + " is outside 1..65535";
    }
    List<String> names = ports.stream().flatMap(declared -> declared.name().stream()).toList();
    String declared = names.isEmpty() ? "none" : String.join(", ", names);
    return "port name \"" + port + "\" is not declared; declared: " + declared;
  }
}
