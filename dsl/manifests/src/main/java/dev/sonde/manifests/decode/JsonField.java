package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.YamlTreeNode;

/**
 * A field of an object as it is in the JSON that the API server decodes.
 *
 * @param name the key as JSON has it
 * @param key where the key is written
 * @param value its value, aliases followed
 */
public record JsonField(String name, YamlTreeNode key, YamlTreeNode value) {}
