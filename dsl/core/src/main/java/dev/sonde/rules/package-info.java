/**
 * What is right and wrong about probes: Kubernetes' own rules and the advice on top, one
 * implementation for annotations, DSL and manifests, in the same words.
 */
@NullMarked
package dev.sonde.rules;

import org.jspecify.annotations.NullMarked;
