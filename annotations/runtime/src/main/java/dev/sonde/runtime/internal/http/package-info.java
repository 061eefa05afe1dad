/**
 * A small HTTP/1.1 server for answers that are a few hundred bytes long and must always come: one
 * thread, bounded in everything that a client controls, and nothing in it about health. Not for
 * applications.
 */
@NullMarked
package dev.sonde.runtime.internal.http;

import org.jspecify.annotations.NullMarked;
