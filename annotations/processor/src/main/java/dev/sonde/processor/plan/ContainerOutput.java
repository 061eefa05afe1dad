package dev.sonde.processor.plan;

import dev.sonde.model.ProbeSet;
import dev.sonde.processor.diagnostic.SourcePlace;
import java.util.List;
import java.util.Optional;

/**
 * What is generated for a container.
 *
 * @param place where problems of the whole are reported
 * @param probes its probes
 * @param endpoints its endpoints class, where something is served
 * @param sources the full names of the classes that declare all this, sorted
 * @param places where all this is declared
 */
public record ContainerOutput(
    SourcePlace place,
    ProbeSet probes,
    Optional<EndpointsClass> endpoints,
    List<String> sources,
    List<SourcePlace> places) {

  /** Copies the lists, so that the value stays what it was. */
  public ContainerOutput {
    sources = List.copyOf(sources);
    places = List.copyOf(places);
  }
}
