/**
 * A small HTTP/1.1 server for answers that are a few hundred bytes long and must always come: one
 * thread, bounded in everything that a client controls, and nothing in it about health.
 */
@NullMarked
package dev.sonde.runtime.http;

import org.jspecify.annotations.NullMarked;
