package dev.sonde.kubelet.scenario;

import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.manifests.tree.MappingEntry;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.SimilarName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of one object of a scenario. Every field that is asked for is a known one. */
final class ScenarioFields {

  static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

  private final MappingNode node;
  private final String what;
  private final SondeDocument document;
  private final Set<String> known = new TreeSet<>();

  ScenarioFields(MappingNode node, String what, SondeDocument document) {
    this.node = node;
    this.what = what;
    this.document = document;
  }

  SondeDocument document() {
    return document;
  }

  MappingNode node() {
    return node;
  }

  /** The value of a field; none where it is left empty. */
  Optional<YamlTreeNode> value(String name) {
    known.add(name);
    return node.get(name).filter(value -> !isEmpty(value));
  }

  private static boolean isEmpty(YamlTreeNode value) {
    return value instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL;
  }

  Optional<String> text(String name) {
    return value(name).flatMap(value -> scalar(name, value, "text"));
  }

  private Optional<String> scalar(String name, YamlTreeNode value, String wanted) {
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.text());
    }
    wrongType(name, value, wanted, "Write one value.");
    return Optional.empty();
  }

  /** A duration, 0 or more. */
  Optional<Duration> duration(String name) {
    return value(name).flatMap(value -> duration(name, value));
  }

  private Optional<Duration> duration(String name, YamlTreeNode value) {
    Optional<String> text = scalar(name, value, "a duration");
    Optional<Duration> duration = text.flatMap(DurationText::parse);
    if (text.isPresent() && duration.isEmpty()) {
      wrong(
          name,
          value,
          FindingWords.quote(text.get()) + " is not a duration of 0 to 366 days.",
          "Write such as 40s, 1m30s, 250ms, or seconds.");
    }
    return duration;
  }

  List<Duration> durations(String name) {
    List<Duration> durations = new ArrayList<>();
    items(name).forEach(item -> duration(name, item).ifPresent(durations::add));
    return durations;
  }

  /** A whole number within limits. */
  OptionalLong whole(String name, long least, long most) {
    Optional<YamlTreeNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong number =
        value.get() instanceof ScalarNode scalar ? scalar.integer() : OptionalLong.empty();
    if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
      wrong(
          name,
          value.get(),
          shown(value.get()) + " is not a whole number from " + least + " to " + most + ".",
          "Write such a number.");
      return OptionalLong.empty();
    }
    return number;
  }

  boolean flag(String name) {
    return choice(name, FLAGS).orElse(false);
  }

  /** One of several words. */
  <T> Optional<T> choice(String name, Map<String, T> choices) {
    return value(name).flatMap(value -> chosen(name, value, choices));
  }

  /** Several of several words. */
  <T> List<T> choices(String name, Map<String, T> choices) {
    List<T> chosen = new ArrayList<>();
    items(name).forEach(item -> chosen(name, item, choices).ifPresent(chosen::add));
    return chosen;
  }

  private <T> Optional<T> chosen(String name, YamlTreeNode value, Map<String, T> choices) {
    Optional<T> chosen =
        value instanceof ScalarNode scalar
            ? Optional.ofNullable(choices.get(scalar.text()))
            : Optional.empty();
    if (chosen.isEmpty()) {
      Set<String> words = new TreeSet<>(choices.keySet());
      String meant = value instanceof ScalarNode scalar ? meant(scalar.text(), words) : "";
      String all = "Write one of: " + String.join(", ", words) + ".";
      wrong(name, value, shown(value) + " is not known.", meant + all);
    }
    return chosen;
  }

  private static String meant(String written, Set<String> known) {
    return SimilarName.to(written, known)
        .map(similar -> "Did you mean " + FindingWords.quote(similar) + "? ")
        .orElse("");
  }

  /** A value in a form of its own, whose reader throws what is wrong with it. */
  <T> Optional<T> parsed(String name, Function<String, T> reader) {
    Optional<YamlTreeNode> value = value(name);
    Optional<String> text = value.flatMap(node1 -> scalar(name, node1, "text"));
    if (text.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text.get()));
    } catch (IllegalArgumentException refused) {
      wrong(name, value.get(), "cannot be read: " + refused.getMessage(), "");
      return Optional.empty();
    }
  }

  Optional<ScenarioFields> object(String name) {
    return value(name).flatMap(value -> object(name, value));
  }

  List<ScenarioFields> objects(String name) {
    List<ScenarioFields> objects = new ArrayList<>();
    items(name).forEach(item -> object(name, item).ifPresent(objects::add));
    return objects;
  }

  private Optional<ScenarioFields> object(String name, YamlTreeNode value) {
    if (value instanceof MappingNode mapping) {
      return Optional.of(new ScenarioFields(mapping, name, document));
    }
    wrongType(name, value, "a map of fields", "Write fields and their values.");
    return Optional.empty();
  }

  private List<YamlTreeNode> items(String name) {
    Optional<YamlTreeNode> value = value(name);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof SequenceNode sequence) {
      return sequence.items().stream().map(YamlTreeNode::resolved).toList();
    }
    wrongType(name, value.get(), "a list", "Write a list.");
    return List.of();
  }

  /** All entries, for an object whose field names are names of things. */
  List<Map.Entry<String, ScenarioFields>> named() {
    List<Map.Entry<String, ScenarioFields>> all = new ArrayList<>();
    for (MappingEntry entry : node.entries()) {
      if (entry.key().resolved() instanceof ScalarNode key) {
        known.add(key.text());
        object(key.text(), entry.value().resolved())
            .ifPresent(fields -> all.add(Map.entry(key.text(), fields)));
      }
    }
    return all;
  }

  /** Complains of a field's value. */
  void wrong(String name, YamlTreeNode value, String message, String remedy) {
    complain(InputRules.SCENARIO_VALUE, value, name + " of " + what + " " + message, remedy);
  }

  /** Complains of a value that is no such thing at all. */
  void wrongType(String name, YamlTreeNode value, String wanted, String remedy) {
    String message = name + " of " + what + " " + shown(value) + " is not " + wanted + ".";
    complain(DecodeRules.WRONG_TYPE, value, message, remedy);
  }

  /** Complains of the object as a whole. */
  void incomplete(String message, String remedy) {
    complain(InputRules.SCENARIO_FIELD, node, what + " " + message, remedy);
  }

  /** Complains of anything, with the rule that it breaks. */
  void complain(Rule rule, YamlTreeNode at, String message, String remedy) {
    document.mistakes().add(at.start(), rule.finding(FieldPath.ROOT, message, remedy));
  }

  /** Complains of every field that nobody asked for. */
  void finish() {
    for (MappingEntry entry : node.entries()) {
      YamlTreeNode key = entry.key().resolved();
      String name = key instanceof ScalarNode scalar ? scalar.text() : "";
      if (!known.contains(name) && !name.equals("<<")) {
        complain(
            DecodeRules.UNKNOWN_FIELD,
            key,
            "field " + FindingWords.quote(name) + " of " + what + " is not known.",
            meant(name, known) + "Known: " + String.join(", ", known) + ".");
      }
    }
  }

  private static String shown(YamlTreeNode value) {
    return value instanceof ScalarNode scalar
        ? FindingWords.quote(scalar.text())
        : "what is written";
  }
}
