/**
 * Advice on probes that Kubernetes accepts: what an experienced operator would object to, with what
 * is known about the manifest and the code around them.
 */
@NullMarked
package dev.sonde.lint;

import org.jspecify.annotations.NullMarked;
