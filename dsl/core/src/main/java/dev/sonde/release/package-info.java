/**
 * The releases of Kubernetes: which are supported, what their kubelets do otherwise, and which
 * fields are behind a feature gate in them. Which fields a release knows at all is in the types of
 * {@code dev.sonde.manifests.decode}, which are made from the published API.
 */
@NullMarked
package dev.sonde.release;

import org.jspecify.annotations.NullMarked;
