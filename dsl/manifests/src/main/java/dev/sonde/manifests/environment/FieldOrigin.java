package dev.sonde.manifests.environment;

import dev.sonde.rules.FieldPath;
import dev.sonde.yaml.YamlNode;

/**
 * A field of a container's probes, the value that is in force, and where that comes from.
 *
 * @param path the field from the container, such as {@code livenessProbe.httpGet.port}
 * @param value the value; a list is a value as a whole
 * @param origin where it comes from
 */
public record FieldOrigin(FieldPath path, YamlNode value, OverrideOrigin origin) {}
