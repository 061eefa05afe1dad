package dev.sonde.kubelet.internal.pod;

import dev.sonde.kubelet.internal.prober.ProberConfig;

/**
 * What a kubelet keeps of a container's status where it has no result of a probe.
 *
 * @param prober tells which containers ran well before the kubelet was started
 * @param keepsStarted {@code started} is kept at all
 * @param restartedInherits a new instance inherits {@code started} from the one before
 * @param podWasReady the pod was ready
 */
record StatusMemory(
    ProberConfig prober, boolean keepsStarted, boolean restartedInherits, boolean podWasReady) {

  boolean keepsStarted(InstanceState before, InstanceState now) {
    return keepsStarted && (restartedInherits || before.instance() == now.instance());
  }

  /** The instance ran well before the kubelet was started. */
  boolean settled(InstanceState shown) {
    return prober.keepsStatusOf(shown.startedAt(), shown.running());
  }
}
