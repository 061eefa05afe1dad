package dev.sonde.processor.read;

import java.util.Optional;

/**
 * One {@code @Shutdown}. What is not written has its default, and the annotation for its place.
 *
 * @param preStopSeconds how long the hook sleeps
 * @param drainSeconds how long the application goes on serving; unset where readiness decides
 * @param stopSeconds how long it may take to stop
 */
public record DeclaredShutdown(
    PlacedValue<Integer> preStopSeconds,
    Optional<PlacedValue<Integer>> drainSeconds,
    PlacedValue<Integer> stopSeconds) {}
