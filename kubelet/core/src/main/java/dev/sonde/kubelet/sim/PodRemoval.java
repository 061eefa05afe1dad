package dev.sonde.kubelet.sim;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The end that somebody puts to a pod.
 *
 * @param at when
 * @param evicted by eviction, not by deletion
 * @param graceSeconds the grace period of the deletion or eviction; unset means the pod's
 */
public record PodRemoval(Duration at, boolean evicted, OptionalLong graceSeconds) {}
