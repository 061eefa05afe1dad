/**
 * What the API server makes of a document before it validates: the types of its fields, what strict
 * decoding refuses, and the values that come out.
 */
@NullMarked
package dev.sonde.manifests.decode;

import org.jspecify.annotations.NullMarked;
