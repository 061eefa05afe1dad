package dev.sonde.adopt;

import dev.sonde.model.ProbeSet;

/**
 * A class to be written.
 *
 * @param name its full name
 * @param text its source
 * @param probes what it declares
 * @param container whose probes they are and where they are, such as {@code container "orders" of
 *     Deployment orders (k8s/orders.yaml:12)}
 */
public record AdoptedClass(String name, String text, ProbeSet probes, String container) {

  /** {@return the file below the source folder, such as {@code com/acme/OrdersProbes.java}} */
  public String file() {
    return name.replace('.', '/') + ".java";
  }
}
