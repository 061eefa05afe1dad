/**
 * YAML as an immutable tree that knows where in the text each part is, so that a manifest can be
 * judged by line and edited without being rewritten.
 */
@NullMarked
package dev.sonde.manifests.tree;

import org.jspecify.annotations.NullMarked;
