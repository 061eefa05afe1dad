package dev.sonde.manifests.tree;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys with values, in block style or in braces. */
public final class MappingNode extends YamlTreeNode {

  /** The key whose value brings in the entries of other mappings. */
  public static final String MERGE_KEY = "<<";

  private final boolean flow;

  /** Key, value, key, value: half the memory of a list of entries. */
  private final YamlTreeNode[] keysAndValues;

  MappingNode(
      int start,
      int end,
      @Nullable Properties properties,
      boolean flow,
      YamlTreeNode[] keysAndValues) {
    super(start, end, properties);
    this.flow = flow;
    this.keysAndValues = keysAndValues;
  }

  /** Tells whether the mapping is written in braces. */
  public boolean flow() {
    return flow;
  }

  /** {@return the entries as they are written, in order} A merge key is one of them. */
  public List<MappingEntry> entries() {
    return new Entries();
  }

  private final class Entries extends AbstractList<MappingEntry> {
    @Override
    public MappingEntry get(int index) {
      return new MappingEntry(key(index), keysAndValues[2 * index + 1]);
    }

    @Override
    public int size() {
      return MappingNode.this.size();
    }
  }

  /**
   * {@return the entry that is written here under that name}
   *
   * @param name the key's text
   */
  public Optional<MappingEntry> entry(String name) {
    int index = indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(entries().get(index));
  }

  /** The index of the entry under that name; -1 if there is none. */
  private int indexOf(String name) {
    for (int i = 0; i < size(); i++) {
      if (name.equals(keyText(i))) {
        return i;
      }
    }
    return -1;
  }

  int size() {
    return keysAndValues.length / 2;
  }

  YamlTreeNode key(int index) {
    return keysAndValues[2 * index];
  }

  boolean isMerge(int index) {
    return key(index).resolved() instanceof ScalarNode scalar && scalar.isMergeKey();
  }

  YamlTreeNode value(int index) {
    return keysAndValues[2 * index + 1];
  }

  /** The text of a key that is a scalar. */
  @Nullable String keyText(int index) {
    return key(index).resolved() instanceof ScalarNode scalar ? scalar.text() : null;
  }

  /**
   * {@return the value under that name, as a reader of the document gets it: aliases followed, and
   * where the key is not written here, what a merge key ({@code <<}) brings in}
   *
   * @param name the key's text
   */
  public Optional<YamlTreeNode> get(String name) {
    int own = indexOf(name);
    return own < 0 ? merged(name) : Optional.of(keysAndValues[2 * own + 1].resolved());
  }

  private Optional<YamlTreeNode> merged(String name) {
    for (int i = 0; i < size(); i++) {
      if (isMerge(i)) {
        Optional<YamlTreeNode> found = fromMerge(keysAndValues[2 * i + 1].resolved(), name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlTreeNode> fromMerge(YamlTreeNode source, String name) {
    if (source instanceof MappingNode mapping) {
      return mapping.get(name);
    }
    if (source instanceof SequenceNode sequence) {
      return sequence.items().stream()
          .flatMap(item -> fromMerge(item.resolved(), name).stream())
          .findFirst();
    }
    return Optional.empty();
  }
}
