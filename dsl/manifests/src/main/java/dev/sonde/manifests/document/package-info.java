/**
 * Reads the probe-set document: what the compiler leaves in a class output, or what people write by
 * hand.
 */
@NullMarked
package dev.sonde.manifests.document;

import org.jspecify.annotations.NullMarked;
