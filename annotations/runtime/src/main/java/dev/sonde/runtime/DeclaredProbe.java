package dev.sonde.runtime;

import java.time.Duration;
import java.util.List;

/**
 * A probe as the builder got it.
 *
 * @param path the path that the probe asks
 * @param deadline how long its checks may take
 * @param checks its checks
 */
record DeclaredProbe(String path, Duration deadline, List<Check> checks) {

  static final DeclaredProbe NONE = new DeclaredProbe("", Duration.ZERO, List.of());

  DeclaredProbe {
    checks = List.copyOf(checks);
  }

  DeclaredProbe with(List<Check> others) {
    return new DeclaredProbe(path, deadline, others);
  }
}
