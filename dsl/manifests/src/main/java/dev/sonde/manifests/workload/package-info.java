/** The kinds of Kubernetes objects that run containers, and where each keeps its pod. */
@NullMarked
package dev.sonde.manifests.workload;

import org.jspecify.annotations.NullMarked;
