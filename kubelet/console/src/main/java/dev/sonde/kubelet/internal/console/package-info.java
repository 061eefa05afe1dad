/** What goals and commands show while they probe or simulate. */
@NullMarked
package dev.sonde.kubelet.internal.console;

import org.jspecify.annotations.NullMarked;
