/** What merging wrote into manifests, kept so that it can take that away again. */
@NullMarked
package dev.sonde.manifests.merge.record;

import org.jspecify.annotations.NullMarked;
