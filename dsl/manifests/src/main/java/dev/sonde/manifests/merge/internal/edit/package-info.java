/** Plans, makes and proves the edits of one container and its pod. Not for users. */
@NullMarked
package dev.sonde.manifests.merge.internal.edit;

import org.jspecify.annotations.NullMarked;
