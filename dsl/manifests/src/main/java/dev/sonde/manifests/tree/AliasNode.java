package dev.sonde.manifests.tree;

/** A reference ({@code *name}) to a node that is before it in the same document. */
public final class AliasNode extends YamlTreeNode {

  private final String name;
  private final YamlTreeNode target;

  AliasNode(int start, int end, String name, YamlTreeNode target) {
    super(start, end, null);
    this.name = name;
    this.target = target;
  }

  /** {@return the anchor's name} */
  public String name() {
    return name;
  }

  /** {@return the node that carries the anchor; an alias never is inside its own anchor} */
  public YamlTreeNode target() {
    return target;
  }

  @Override
  public YamlTreeNode resolved() {
    return target;
  }
}
