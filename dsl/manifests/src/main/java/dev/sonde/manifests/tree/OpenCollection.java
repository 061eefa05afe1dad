package dev.sonde.manifests.tree;

import org.jspecify.annotations.Nullable;

/** A mapping or sequence whose end has not been seen yet. */
final class OpenCollection {

  final boolean mapping;
  final boolean flow;
  final int start;
  final YamlTreeNode.@Nullable Properties properties;

  /** Where its parts begin among all parts that wait for their collection to end. */
  final int firstPart;

  /** How many nodes a reader sees in it, with every alias written out. */
  long size = 1;

  OpenCollection(
      boolean mapping,
      boolean flow,
      int start,
      YamlTreeNode.@Nullable Properties properties,
      int firstPart) {
    this.mapping = mapping;
    this.flow = flow;
    this.start = start;
    this.properties = properties;
    this.firstPart = firstPart;
  }

  boolean hasAnchor(String name) {
    return properties != null && name.equals(properties.anchor());
  }
}
