/**
 * The engine: asks checks, each at most once at a time, and answers for probes within their
 * deadlines, whatever goes wrong inside. Not for applications.
 */
@NullMarked
package dev.sonde.runtime.internal.engine;

import org.jspecify.annotations.NullMarked;
