/**
 * Reads manifests from files and folders, and writes several files so that all of them change, or
 * none does.
 */
@NullMarked
package dev.sonde.manifests.files;

import org.jspecify.annotations.NullMarked;
