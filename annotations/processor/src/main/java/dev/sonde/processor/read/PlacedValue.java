package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourcePlace;

/**
 * A value and where it is written.
 *
 * @param value the value
 * @param place where it is written
 * @param <T> what kind of value
 */
public record PlacedValue<T>(T value, SourcePlace place) {}
