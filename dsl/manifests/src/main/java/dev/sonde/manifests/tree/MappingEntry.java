package dev.sonde.manifests.tree;

/**
 * One key of a mapping with its value.
 *
 * @param key mostly a scalar; YAML allows any node
 * @param value where nothing is written, an empty plain scalar right behind the colon
 */
public record MappingEntry(YamlTreeNode key, YamlTreeNode value) {

  /**
   * Tells whether the key is a scalar of that text.
   *
   * @param name the text
   */
  public boolean isNamed(String name) {
    return key.resolved() instanceof ScalarNode scalar && scalar.text().equals(name);
  }
}
