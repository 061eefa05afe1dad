/** The live kubelet from the command line. */
@NullMarked
package dev.sonde.kubelet.cli;

import org.jspecify.annotations.NullMarked;
