package dev.sonde.manifests.merge.internal.assign;

import dev.sonde.model.ContainerPort;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which number each port name of a container stands for. */
public final class PortNames {

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param declared what the manifest declares; it counts more
   * @param needed what the code declares
   */
  public PortNames(List<ContainerPort> declared, List<ContainerPort> needed) {
    add(declared);
    add(needed);
  }

  private void add(List<ContainerPort> ports) {
    for (ContainerPort port : ports) {
      port.name().ifPresent(name -> numbers.putIfAbsent(name, port.containerPort()));
    }
  }

  /** Tells whether two values of a field {@code port} are the same port. */
  public boolean same(YamlNode one, YamlNode other) {
    Optional<Integer> number = number(one);
    return number.isPresent() ? number.equals(number(other)) : one.equals(other);
  }

  /** {@return the number that a value of a field {@code port} means, if it is known} */
  public Optional<Integer> number(YamlNode port) {
    if (port instanceof YamlText name) {
      return Optional.ofNullable(numbers.get(name.value()));
    }
    return port instanceof YamlNumber number && number.value() == (int) number.value()
        ? Optional.of((int) number.value())
        : Optional.empty();
  }
}
