package dev.sonde.manifests.fabric8;

import static java.util.stream.Collectors.joining;

import dev.sonde.model.ContainerRef;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.SimilarName;
import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The containers of one pod spec, and who of them is meant. */
record PodContainers(WorkloadNames workload, List<Container> main, List<Container> init) {

  /** {@return those that may have probes: the containers, then the sidecars} */
  List<Container> probed() {
    return Stream.concat(main.stream(), init.stream().filter(PodContainers::isSidecar)).toList();
  }

  /** {@return what one of them says about its probes} */
  ProbeSet read(Container container) {
    ProbeSet probes = ContainerEdit.read(container, workload.reference());
    return init.contains(container) ? probes.with(probes.restart().ofSidecar()) : probes;
  }

  Container referred(ContainerRef reference) {
    Optional<String> name = reference.name();
    return name.isPresent() ? named(name.get()) : only();
  }

  Container named(String name) {
    return withName(probed(), name).orElseThrow(() -> noneNamed(name));
  }

  private Container only() {
    if (main.size() == 1) {
      return main.get(0);
    }
    throw new IllegalArgumentException(
        main.isEmpty()
            ? workload.text() + " has no container. Add the container that the probes belong to."
            : workload.text()
                + " has "
                + main.size()
                + " containers: "
                + names()
                + ". Name the one that the probes belong to.");
  }

  private IllegalArgumentException noneNamed(String name) {
    if (withName(init, name).isPresent()) {
      return new IllegalArgumentException(
          "Init container \""
              + name
              + "\" of "
              + workload.text()
              + " may not have probes. Only one with restartPolicy Always may.");
    }
    return new IllegalArgumentException(
        workload.text()
            + " has no container \""
            + name
            + "\"; available: "
            + names()
            + "."
            + SimilarName.to(name, probed().stream().map(Container::getName).toList())
                .map(similar -> " Did you mean \"" + similar + "\"?")
                .orElse(""));
  }

  private String names() {
    return probed().isEmpty()
        ? "none"
        : probed().stream().map(Container::getName).collect(joining(", "));
  }

  private static Optional<Container> withName(List<Container> containers, String name) {
    return containers.stream()
        .filter(container -> Objects.equals(container.getName(), name))
        .findFirst();
  }

  /** By its policy a sidecar is one; any other would make it an init container with probes. */
  void refuseOtherPolicy(Container container, Container edited) {
    if (init.contains(container) && !isSidecar(edited)) {
      throw new IllegalArgumentException(
          "Sidecar \"%s\" of %s must keep restartPolicy Always. Declare Always for it, or none."
              .formatted(container.getName(), workload.text()));
    }
  }

  private static boolean isSidecar(Container init) {
    return "Always".equals(init.getRestartPolicy());
  }
}
