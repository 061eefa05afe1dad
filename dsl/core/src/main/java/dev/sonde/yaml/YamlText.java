package dev.sonde.yaml;

/**
 * A string. However it looks ({@code yes}, {@code 8080}), it reads back as a string.
 *
 * @param value any string; one with half of a surrogate pair cannot be written
 */
public record YamlText(String value) implements YamlNode {}
