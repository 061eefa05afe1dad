/**
 * What differs between environments: named fields of named containers' probes, overridden in a file
 * of its own, and where each field of the effective probes comes from.
 */
@NullMarked
package dev.sonde.manifests.environment;

import org.jspecify.annotations.NullMarked;
