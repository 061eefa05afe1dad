/** Holds the documents of compiled code against the classes and sources that they come from. */
@NullMarked
package dev.sonde.manifests.classes;

import org.jspecify.annotations.NullMarked;
