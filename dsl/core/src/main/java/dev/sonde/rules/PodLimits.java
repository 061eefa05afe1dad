package dev.sonde.rules;

import dev.sonde.release.KubernetesVersion;

/**
 * What bounds a container from outside.
 *
 * @param gracePeriodSeconds the pod's grace period
 * @param release the release whose API server judges
 */
record PodLimits(long gracePeriodSeconds, KubernetesVersion release) {

  static PodLimits newest(long gracePeriodSeconds) {
    return new PodLimits(gracePeriodSeconds, KubernetesVersion.DEFAULT);
  }
}
