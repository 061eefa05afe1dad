package dev.sonde.yaml;

/** A piece of a YAML document. Every kind of it is an immutable value. */
public sealed interface YamlNode
    permits YamlMap, YamlList, YamlText, YamlNumber, YamlBoolean, YamlNull {}
