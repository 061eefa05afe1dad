package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.FieldPath;

/**
 * A field that is written, and that not every release takes in the same way.
 *
 * @param path the field
 * @param at its key
 * @param field where it is known, and the gate that it is behind
 */
public record GatedUse(FieldPath path, YamlTreeNode at, ReleasedField field) {

  GatedUse below(FieldPath outer) {
    return new GatedUse(outer.then(path), at, field);
  }
}
