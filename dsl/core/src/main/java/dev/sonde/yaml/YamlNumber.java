package dev.sonde.yaml;

/**
 * A whole number.
 *
 * @param value the number
 */
public record YamlNumber(long value) implements YamlNode {}
