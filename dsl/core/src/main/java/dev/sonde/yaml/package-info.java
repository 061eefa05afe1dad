/**
 * A deterministic YAML writer for maps, lists and scalars; it knows nothing of Kubernetes.
 *
 * <p>What it writes reads back the same under YAML 1.1 and YAML 1.2.
 */
@NullMarked
package dev.sonde.yaml;

import org.jspecify.annotations.NullMarked;
