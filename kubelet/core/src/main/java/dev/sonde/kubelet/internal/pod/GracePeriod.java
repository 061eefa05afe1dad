package dev.sonde.kubelet.internal.pod;

import java.util.OptionalLong;

/** Which of several grace periods counts. */
final class GracePeriod {

  private GracePeriod() {}

  /**
   * The first that is there, in this order.
   *
   * @param override what the caller of the kill demands, such as an eviction
   * @param deletion the pod's deletion, if it is being deleted
   * @param probe the probe's own, if the reason is that probe
   * @param pod the pod's
   */
  static long seconds(OptionalLong override, OptionalLong deletion, OptionalLong probe, long pod) {
    return override.orElse(deletion.orElse(probe.orElse(pod)));
  }
}
