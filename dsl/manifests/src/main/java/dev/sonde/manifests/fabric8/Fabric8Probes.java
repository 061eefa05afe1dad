package dev.sonde.manifests.fabric8;

import dev.sonde.model.Probe;

/**
 * Converts one probe between Sonde's model and fabric8's, without loss: what is unset stays unset.
 *
 * <p>All methods are safe for use by several threads as long as nobody changes the fabric8 object
 * at the same time.
 */
public final class Fabric8Probes {

  private Fabric8Probes() {}

  /**
   * {@return a new fabric8 probe that sets exactly what {@code probe} sets}
   *
   * <p>A missing port, which the model writes as number 0, becomes an unset one.
   *
   * @param probe any probe, legal or not
   */
  public static io.fabric8.kubernetes.api.model.Probe toFabric8(Probe probe) {
    return Fabric8Fields.write(probe.toFields(), io.fabric8.kubernetes.api.model.Probe.class);
  }

  /**
   * {@return the probe that a fabric8 probe describes}
   *
   * <p>A null in a list of strings becomes an empty string, as it does in the API server.
   *
   * @param probe any probe, legal or not
   * @throws IllegalArgumentException if it sets a field that Sonde's model has no place for; the
   *     message names the field
   */
  public static Probe fromFabric8(io.fabric8.kubernetes.api.model.Probe probe) {
    return Fabric8Fields.read("probe", probe, Probe::read, Probe::toFields);
  }
}
