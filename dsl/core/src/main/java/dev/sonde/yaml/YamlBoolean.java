package dev.sonde.yaml;

/**
 * A truth value.
 *
 * @param value the truth value
 */
public record YamlBoolean(boolean value) implements YamlNode {}
