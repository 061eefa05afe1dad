package dev.sonde.manifests.tree;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML document and the piece of text that it stands for.
 *
 * <p>Offsets count {@code char}s in {@link SourceText#text()}. Immutable and safe for use by
 * several threads.
 */
public abstract sealed class YamlTreeNode permits MappingNode, SequenceNode, ScalarNode, AliasNode {

  private final int start;
  private final int end;
  private final @Nullable Properties properties;

  /** What may be before a node's content; most nodes have neither and save the space. */
  record Properties(@Nullable String anchor, @Nullable String tag) {}

  YamlTreeNode(int start, int end, @Nullable Properties properties) {
    this.start = start;
    this.end = end;
    this.properties = properties;
  }

  /** {@return the offset of the node's first character: of its anchor or tag, if it has one} */
  public int start() {
    return start;
  }

  /**
   * {@return the offset behind the node's last character} Comments and blank lines that follow do
   * not belong to a node, nor does the line end after it; a block scalar that keeps its trailing
   * line breaks ({@code |+}) ends after them.
   */
  public int end() {
    return end;
  }

  /** {@return the name of the anchor ({@code &name}) that the node carries} */
  public Optional<String> anchor() {
    return properties == null ? Optional.empty() : Optional.ofNullable(properties.anchor);
  }

  /**
   * {@return the tag that is written on the node, spelled out, as in {@code tag:yaml.org,2002:str}}
   */
  public Optional<String> tag() {
    return properties == null ? Optional.empty() : Optional.ofNullable(properties.tag);
  }

  /** {@return the node that counts: what an alias stands for, else this node} Never an alias. */
  public YamlTreeNode resolved() {
    return this;
  }
}
