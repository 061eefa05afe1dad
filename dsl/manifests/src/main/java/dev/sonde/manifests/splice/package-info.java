/**
 * Edits YAML as text: changes the values that are meant, and leaves every other byte, comment and
 * blank line as it is.
 */
@NullMarked
package dev.sonde.manifests.splice;

import org.jspecify.annotations.NullMarked;
