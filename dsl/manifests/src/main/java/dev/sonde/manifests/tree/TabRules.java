package dev.sonde.manifests.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses tabs where Go's YAML library has an indentation: before a comment, on a line of nothing
 * else, as the first text of a block scalar.
 */
final class TabRules {

  private final SourceText source;
  private final String text;
  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Leaf> flows = new ArrayList<>();

  /**
   * What is not looked into.
   *
   * @param node a scalar, an alias, or the outermost of collections in brackets or braces
   * @param indent so far is indented what goes on with it
   */
  private record Leaf(YamlTreeNode node, int indent) {

    boolean holds(int offset) {
      return node.start() <= offset && offset < node.end();
    }

    boolean isPlain() {
      return node instanceof ScalarNode scalar && scalar.style() == ScalarStyle.PLAIN;
    }

    boolean isBlock() {
      return node instanceof ScalarNode scalar
          && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED);
    }
  }

  private TabRules(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** Throws what is wrong with a document that has a tab; most have none. */
  static void check(SourceText source, YamlTreeNode root, int tab, int to) {
    if (!JsonStreams.beginsObject(source.text(), 0)) {
      TabRules rules = new TabRules(source);
      rules.collect(root, 0, false);
      for (int at = tab; at >= 0 && at < to; at = source.text().indexOf('\t', at + 1)) {
        rules.check(at);
      }
    }
  }

  private void collect(YamlTreeNode node, int indent, boolean inFlow) {
    if (node instanceof MappingNode mapping) {
      int inner = indentIn(mapping, mapping.flow() || mapping.size() == 0, indent, inFlow);
      for (int i = 0; i < mapping.size(); i++) {
        collect(mapping.key(i), inner, inFlow || mapping.flow());
        collect(mapping.value(i), inner, inFlow || mapping.flow());
      }
    } else if (node instanceof SequenceNode sequence) {
      int inner = indentIn(sequence, sequence.flow(), indent, inFlow);
      sequence.items().forEach(item -> collect(item, inner, inFlow || sequence.flow()));
    } else if (node.start() < node.end()) {
      leaves.add(new Leaf(node, indent));
    }
  }

  private int indentIn(YamlTreeNode collection, boolean flow, int indent, boolean inFlow) {
    if (flow) {
      if (!inFlow) {
        flows.add(new Leaf(collection, indent));
      }
      return indent;
    }
    boolean first = collection.anchor().isEmpty() && collection.tag().isEmpty();
    YamlTreeNode start =
        !first && collection instanceof MappingNode mapping ? mapping.key(0) : collection;
    return first || start != collection ? column(start.start()) + 1 : indent + 1;
  }

  private void check(int tab) {
    Leaf before = before(tab);
    int lineStart = source.lineStart(tab);
    if (before != null && before.holds(tab)) {
      checkInside(before, tab, lineStart);
    } else if (isIndentation(lineStart, tab)) {
      checkOutside(before, tab);
    }
  }

  private void checkInside(Leaf leaf, int tab, int lineStart) {
    boolean goesOn = lineStart > leaf.node.start() && isBlank(lineStart, tab);
    boolean refused =
        goesOn
            && ((leaf.isPlain() && column(tab) < leaf.indent)
                || (leaf.isBlock() && column(tab) < contentIndent(leaf)));
    if (refused) {
      throw refuse(tab);
    }
  }

  private void checkOutside(@Nullable Leaf before, int tab) {
    if (before != null
        && (before.isPlain() || before.isBlock())
        && isBlank(before.node.end(), tab)) {
      int least = before.isPlain() ? before.indent : contentIndent(before);
      if (column(tab) < least) {
        throw refuse(tab);
      }
    } else if (flows.stream().noneMatch(flow -> flow.holds(tab))) {
      throw refuse(tab);
    }
  }

  /** The last leaf that begins before an offset. */
  private @Nullable Leaf before(int offset) {
    int low = 0;
    int high = leaves.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (leaves.get(middle).node.start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : leaves.get(low - 1);
  }

  /** Nothing but spaces and the dashes of lists is before it on its line. */
  private boolean isIndentation(int lineStart, int tab) {
    for (int i = lineStart; i < tab; i++) {
      if (" \t-?".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * How far the lines of a block scalar are indented: as its first one with a text, and beyond any
   * number where a tab comes before that text, for then Go does not know.
   */
  private int contentIndent(Leaf leaf) {
    int line = source.lineEnd(leaf.node.start());
    while (line < text.length()) {
      int at = line + 1;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at >= text.length() || (text.charAt(at) != '\n' && text.charAt(at) != '\r')) {
        return at < text.length() && text.charAt(at) == '\t'
            ? Integer.MAX_VALUE
            : column(Math.min(at, text.length()));
      }
      line = at;
    }
    return 0;
  }

  private int column(int offset) {
    return source.position(offset).column() - 1;
  }

  private RejectedDocument refuse(int tab) {
    return new RejectedDocument(SyntaxProblems.tab(source, tab));
  }
}
