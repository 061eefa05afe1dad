package dev.sonde.measured;

/**
 * The value of a distribution that declared numbers are held against.
 *
 * @param value the value
 * @param isConfident whether 99 % of future values do not exceed it, with 95 % confidence; else it
 *     is the largest of too few
 */
public record UpperBound(long value, boolean isConfident) {}
