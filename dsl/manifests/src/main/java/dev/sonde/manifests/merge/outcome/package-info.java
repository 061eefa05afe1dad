/** What merging and checking find: differences between code and manifests, and refusals. */
@NullMarked
package dev.sonde.manifests.merge.outcome;

import org.jspecify.annotations.NullMarked;
