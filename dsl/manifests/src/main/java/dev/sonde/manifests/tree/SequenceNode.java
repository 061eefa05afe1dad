package dev.sonde.manifests.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list, in block style or in brackets. */
public final class SequenceNode extends YamlTreeNode {

  private final boolean flow;
  private final List<YamlTreeNode> items;

  SequenceNode(
      int start, int end, @Nullable Properties properties, boolean flow, List<YamlTreeNode> items) {
    super(start, end, properties);
    this.flow = flow;
    this.items = items;
  }

  /** Tells whether the list is written in brackets. */
  public boolean flow() {
    return flow;
  }

  /** {@return the items as they are written, aliases not followed} */
  public List<YamlTreeNode> items() {
    return items;
  }
}
