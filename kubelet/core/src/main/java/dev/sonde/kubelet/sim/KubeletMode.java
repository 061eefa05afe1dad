package dev.sonde.kubelet.sim;

import java.util.Locale;

/** How a simulated kubelet keeps time. */
public enum KubeletMode {
  /** It acts at once and does nothing merely because time goes by. The formulas speak of it. */
  IDEAL,
  /**
   * It is as late as on a node: it lists the runtime every second, looks at each pod every 60 to 90
   * s, and is up to half as long again as a restart has to wait. Chance is drawn from the seed.
   */
  REAL;

  /** {@return the name used in scenarios and reports, such as {@code ideal}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
