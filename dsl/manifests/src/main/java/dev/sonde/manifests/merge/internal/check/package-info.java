/** Holds what the code serves against what the pod and its Services ask for. Not for users. */
@NullMarked
package dev.sonde.manifests.merge.internal.check;

import org.jspecify.annotations.NullMarked;
