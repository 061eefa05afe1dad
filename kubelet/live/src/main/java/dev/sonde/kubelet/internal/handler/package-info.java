/** Real attempts of each handler, sent as the kubelet sends them. */
@NullMarked
package dev.sonde.kubelet.internal.handler;

import org.jspecify.annotations.NullMarked;
