/**
 * What a project says once for all commands and goals: which advice it wants, which files count,
 * and which environment is meant.
 */
@NullMarked
package dev.sonde.manifests.project;

import org.jspecify.annotations.NullMarked;
