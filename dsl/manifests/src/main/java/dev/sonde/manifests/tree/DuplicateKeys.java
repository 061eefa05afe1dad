package dev.sonde.manifests.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the duplicate keys in a mapping; the parser takes them silently. */
final class DuplicateKeys {

  /** Below it, comparing each with each costs less than a map. */
  private static final int FEW = 10;

  /** That of {@code false}, the longest word that is no text. */
  private static final int LONGEST_WORD = 5;

  /** Before what is no text; no key begins with it. */
  private static final String NO_TEXT = "\0";

  private final SourceText source;

  DuplicateKeys(SourceText source) {
    this.source = source;
  }

  void find(MappingNode mapping, Consumer<YamlProblem> problems) {
    if (mapping.size() <= FEW) {
      compareEach(mapping, problems);
    } else {
      compareByMap(mapping, problems);
    }
  }

  private void compareEach(MappingNode mapping, Consumer<YamlProblem> problems) {
    @Nullable String[] names = new String[mapping.size()];
    for (int i = 0; i < names.length; i++) {
      String name = name(mapping, i);
      names[i] = name;
      int earlier = 0;
      while (name != null && earlier < i && !name.equals(names[earlier])) {
        earlier++;
      }
      if (name != null && earlier < i) {
        problems.accept(problem(mapping.key(earlier), mapping.key(i)));
      }
    }
  }

  private void compareByMap(MappingNode mapping, Consumer<YamlProblem> problems) {
    Map<String, YamlTreeNode> seen = new HashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      String name = name(mapping, i);
      YamlTreeNode first = name == null ? null : seen.putIfAbsent(name, mapping.key(i));
      if (first != null) {
        problems.accept(problem(first, mapping.key(i)));
      }
    }
  }

  /**
   * What makes a key the same as another: its text, and its value where it is no text, so that
   * {@code yes} is {@code true} but not {@code "yes"}. Two merge keys are no duplicates.
   */
  static @Nullable String name(MappingNode mapping, int index) {
    if (!(mapping.key(index).resolved() instanceof ScalarNode scalar) || scalar.isMergeKey()) {
      return null;
    }
    return mayBeNoText(scalar) ? valueOf(scalar) : scalar.text();
  }

  /** Nearly all keys are words; this is asked of each of them. */
  private static boolean mayBeNoText(ScalarNode scalar) {
    if (scalar.style() != ScalarStyle.PLAIN && scalar.tag().isEmpty()) {
      return false;
    }
    String text = scalar.text();
    return text.length() <= LONGEST_WORD || !Character.isLetter(text.charAt(0));
  }

  private static String valueOf(ScalarNode scalar) {
    return switch (scalar.type()) {
      case STRING -> scalar.text();
      case NULL -> NO_TEXT + "null";
      case BOOLEAN -> NO_TEXT + scalar.isTrue();
      case INTEGER, FLOAT -> NO_TEXT + number(scalar);
    };
  }

  private static String number(ScalarNode scalar) {
    OptionalLong whole = scalar.integer();
    return whole.isPresent()
        ? Long.toString(whole.getAsLong())
        : scalar.number().stream().mapToObj(Double::toString).findFirst().orElse(scalar.text());
  }

  private YamlProblem problem(YamlTreeNode first, YamlTreeNode again) {
    return YamlProblem.at(
        source,
        again.start(),
        ProblemKind.DUPLICATE_KEY,
        "key \""
            + ((ScalarNode) again.resolved()).text()
            + "\" is on line "
            + source.position(first.start()).line()
            + " already.",
        "Keep one of them.");
  }
}
