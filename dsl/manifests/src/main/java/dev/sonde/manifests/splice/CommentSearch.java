package dev.sonde.manifests.splice;

import dev.sonde.manifests.tree.AliasNode;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarStyle;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the comments in a piece of YAML. */
public final class CommentSearch {

  private final SourceText source;
  private final List<String> found = new ArrayList<>();
  private int gapStart;

  private CommentSearch(SourceText source, int from) {
    this.source = source;
    this.gapStart = from;
  }

  /**
   * {@return the comments of a piece of text, in order, from the {@code #} to the line's end}
   *
   * @param source the text
   * @param from the offset where the piece begins, outside any scalar
   * @param to the offset where it ends, outside any scalar
   * @param nodes the nodes that are in it, in order
   */
  public static List<String> in(
      SourceText source, int from, int to, List<? extends YamlTreeNode> nodes) {
    CommentSearch comments = new CommentSearch(source, from);
    nodes.forEach(comments::pass);
    comments.endGap(to);
    return comments.found;
  }

  private void pass(YamlTreeNode node) {
    if (node instanceof MappingNode mapping) {
      mapping
          .entries()
          .forEach(
              entry -> {
                pass(entry.key());
                pass(entry.value());
              });
    } else if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(this::pass);
    } else if (node instanceof ScalarNode || node instanceof AliasNode) {
      endGap(contentStart(node));
      gapStart = node.end();
    }
  }

  /** A block scalar may have a comment on the line of its {@code |}. */
  private int contentStart(YamlTreeNode node) {
    boolean block =
        node instanceof ScalarNode scalar
            && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    return block ? Math.min(source.lineEnd(node.start()), node.end()) : node.start();
  }

  private void endGap(int end) {
    if (gapStart < end) {
      found.addAll(new ScalarGap(source, gapStart, end).comments());
    }
  }
}
