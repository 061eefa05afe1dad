/** What tools make of manifests before the cluster gets them: overlays and charts, built. */
@NullMarked
package dev.sonde.manifests.overlay;

import org.jspecify.annotations.NullMarked;
