package dev.sonde.model;

import java.util.Optional;

/**
 * The lifecycle hooks of a container.
 *
 * @param postStart runs right after the container was created; the container counts as running once
 *     it is done
 * @param preStop runs before the container is stopped, inside the grace period
 */
public record Lifecycle(Optional<LifecycleHook> postStart, Optional<LifecycleHook> preStop) {}
