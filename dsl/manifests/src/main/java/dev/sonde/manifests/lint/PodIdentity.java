package dev.sonde.manifests.lint;

import java.util.Map;
import java.util.Optional;

/**
 * By what Services select a pod.
 *
 * @param namespace the pod's namespace, where it is written
 * @param labels the pod's labels
 */
record PodIdentity(Optional<String> namespace, Map<String, String> labels) {

  PodIdentity {
    labels = Map.copyOf(labels);
  }
}
