package dev.sonde.manifests.tree;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Text, a number, a truth value or nothing. */
public final class ScalarNode extends YamlTreeNode {

  private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

  private final ScalarStyle style;
  private final String text;

  ScalarNode(int start, int end, @Nullable Properties properties, ScalarStyle style, String text) {
    super(start, end, properties);
    this.style = style;
    this.text = text;
  }

  /** {@return how it is written} */
  public ScalarStyle style() {
    return style;
  }

  /** {@return the text without quotes, escapes resolved, lines folded} */
  public String text() {
    return text;
  }

  /** {@return what kubectl takes it for} */
  public ScalarType type() {
    return ScalarReading.type(this);
  }

  /**
   * {@return the whole number that kubectl reads here; empty if it is none, or is beyond 64 bits}
   * kubectl takes a leading zero for octal: {@code 010} is 8 to it, and 10 to YAML 1.2.
   */
  public OptionalLong integer() {
    return ScalarReading.integer(this);
  }

  /**
   * {@return the number that kubectl reads here, a whole one or not; empty if it is none} May be
   * infinite or not a number at all: {@code .inf}, {@code .nan}.
   */
  public OptionalDouble number() {
    return ScalarReading.number(this);
  }

  /**
   * Tells whether it is, as a key, the one that brings in the entries of other mappings: {@code <<}
   * without quotes, and without a tag that makes it text.
   */
  public boolean isMergeKey() {
    if (!text.equals(MappingNode.MERGE_KEY)) {
      return false;
    }
    String tag = tag().orElse("!");
    return tag.equals(MERGE_TAG) || (tag.equals("!") && style == ScalarStyle.PLAIN);
  }

  /** Tells which of the two a truth value is; what is none counts as false. */
  public boolean isTrue() {
    return ScalarReading.isTrue(text);
  }

  /** Tells whether the text cannot be read as what its tag says; kubectl refuses the document. */
  public boolean contradictsTag() {
    return ScalarReading.contradictsTag(this);
  }

  /** Tells whether it is a whole number that YAML 1.1 and YAML 1.2 read differently. */
  public boolean dependsOnYamlVersion() {
    return ScalarReading.dependsOnYamlVersion(this);
  }
}
