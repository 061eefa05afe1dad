/**
 * The kubelet's own words: releases, restart policies, outcomes and results of probes.
 *
 * <p>Packages below {@code dev.sonde.kubelet.internal} are Sonde's own and change without notice;
 * all others are for users.
 */
@NullMarked
package dev.sonde.kubelet;

import org.jspecify.annotations.NullMarked;
