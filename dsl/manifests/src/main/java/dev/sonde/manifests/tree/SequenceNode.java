package dev.sonde.manifests.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list, in block style or in brackets. */
public final class SequenceNode extends Node {

  private final boolean flow;
  private final List<Node> items;

  SequenceNode(
      int start, int end, @Nullable Properties properties, boolean flow, List<Node> items) {
    super(start, end, properties);
    this.flow = flow;
    this.items = items;
  }

  /** Tells whether the list is written in brackets. */
  public boolean flow() {
    return flow;
  }

  /** {@return the items as they are written, aliases not followed} */
  public List<Node> items() {
    return items;
  }
}
