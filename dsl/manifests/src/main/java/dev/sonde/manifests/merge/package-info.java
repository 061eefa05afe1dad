/**
 * Brings the probes that code declares into hand-written manifests, field by field, and tells where
 * the two differ.
 */
@NullMarked
package dev.sonde.manifests.merge;

import org.jspecify.annotations.NullMarked;
