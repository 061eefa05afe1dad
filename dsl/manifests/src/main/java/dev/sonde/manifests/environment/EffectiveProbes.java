package dev.sonde.manifests.environment;

import dev.sonde.model.ProbeSet;
import java.util.List;

/**
 * The probes of one or more containers as they are to be in an environment, and where their fields
 * come from.
 *
 * @param probes the probes, legal, in the order in which the code declares them
 * @param origins where their fields come from
 */
public record EffectiveProbes(List<ProbeSet> probes, OverrideOrigins origins) {

  /** Copies the list, so that the value stays what it was. */
  public EffectiveProbes {
    probes = List.copyOf(probes);
  }

  /**
   * {@return probes as the code declares them, for want of an environment}
   *
   * @param declared the probes
   */
  public static EffectiveProbes declared(List<ProbeSet> declared) {
    return new EffectiveProbes(declared, OverrideOrigins.NONE);
  }
}
