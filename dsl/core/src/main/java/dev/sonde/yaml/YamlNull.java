package dev.sonde.yaml;

/** Nothing: in a patch, the word that removes a field. */
public record YamlNull() implements YamlNode {}
