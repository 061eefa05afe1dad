package dev.sonde.processor.read;

/**
 * One {@code @Shutdown}. What is not written has its default, and the annotation for its place.
 *
 * @param preStopSeconds how long the hook sleeps
 * @param drainSeconds how long the application goes on serving
 * @param stopSeconds how long it may take to stop
 */
public record DeclaredShutdown(
    PlacedValue<Integer> preStopSeconds,
    PlacedValue<Integer> drainSeconds,
    PlacedValue<Integer> stopSeconds) {}
