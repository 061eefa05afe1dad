package dev.sonde.processor.read;

import dev.sonde.processor.report.Place;

/**
 * A value and where it is written.
 *
 * @param value the value
 * @param place where it is written
 * @param <T> what kind of value
 */
public record Placed<T>(T value, Place place) {}
