package dev.sonde.micronaut;

import dev.sonde.runtime.HealthEndpoints;
import dev.sonde.runtime.HealthEndpointsBuilder;

/** Checks that Micronaut knows; there is none where its management is not among the libraries. */
interface IndicatorSource {

  /**
   * Adds the checks to the probes that Micronaut would ask them for.
   *
   * @param own what Sonde has declared, whose names are taken
   * @param endpoints gets the checks
   */
  void addTo(HealthEndpoints own, HealthEndpointsBuilder endpoints);
}
