package dev.sonde.manifests.measured;

import dev.sonde.manifests.decode.JsonField;
import dev.sonde.manifests.decode.JsonObject;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.measured.Distribution;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.InputRules;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of one object in a measurement, whose types are right already. */
final class MeasuredFields {

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,9})([A-Za-z]*)");
  private static final String REMEDY = "Restore the file from version control, or measure again.";

  private final MappingNode node;
  private final JsonObject fields;
  private final FieldPath path;
  private final Mistakes mistakes;

  /** Notes the fields that say nothing. */
  MeasuredFields(MappingNode node, FieldPath path, Mistakes mistakes) {
    this.node = node;
    this.fields = JsonObject.of(node);
    this.path = path;
    this.mistakes = mistakes;
    for (JsonField field : fields.fields()) {
      if (field.value() instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL) {
        mistake(field.key(), field.name(), field.name() + " says nothing.");
      }
    }
  }

  /** The object in a field, if there is one. */
  Optional<MeasuredFields> object(String name) {
    return fields
        .get(name)
        .filter(MappingNode.class::isInstance)
        .map(value -> new MeasuredFields((MappingNode) value, path.field(name), mistakes));
  }

  /** What is made of the object in a field that has to be there. */
  <T> T required(String name, T otherwise, Function<MeasuredFields, T> maker) {
    demandPresent(name);
    return object(name).map(maker).orElse(otherwise);
  }

  Optional<String> text(String name) {
    Optional<String> text = JsonReader.of(node).text(name);
    if (text.filter(String::isBlank).isPresent()) {
      mistake(at(name), name, name + " is blank.");
    }
    return text.filter(some -> !some.isBlank());
  }

  /** Notes that a field is missing, if it is. */
  void demandPresent(String name) {
    if (fields.get(name).isEmpty()) {
      missing(name);
    }
  }

  String requiredText(String name) {
    demandPresent(name);
    return text(name).orElse("-");
  }

  /** A whole number that has to be there. */
  int whole(String name, int least) {
    demandPresent(name);
    OptionalInt number = JsonReader.of(node).int32(name);
    number.ifPresent(value -> demand(at(name), name, value, least));
    return Math.max(least, Math.min(number.orElse(least), Distribution.MAX));
  }

  /** An amount with its unit, such as 500m. */
  OptionalInt amount(String name, String unit) {
    return text(name)
        .map(text -> parse(at(name), name, text, unit, 1))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  int requiredAmount(String name, String unit) {
    demandPresent(name);
    return amount(name, unit).orElse(1);
  }

  Distribution distribution(String name, String unit) {
    Map<Long, Integer> counts = new TreeMap<>();
    object(name)
        .ifPresent(
            object -> {
              for (JsonField field : object.fields.fields()) {
                long value = object.parse(field.key(), field.name(), field.name(), unit, 0);
                int count = JsonReader.of(object.node).int32(field.name()).orElse(1);
                object.demand(field.value(), field.name(), count, 1);
                counts.put(value, Math.max(1, count));
              }
            });
    return made(name, Distribution.NONE, () -> new Distribution(counts));
  }

  /** What is made of a text that has to be there. */
  <T> T choice(String name, T otherwise, Function<String, Optional<T>> maker) {
    String text = requiredText(name);
    Optional<T> made = maker.apply(text);
    if (made.isEmpty() && fields.get(name).isPresent()) {
      mistake(at(name), name, FindingWords.quote(text) + " is not known.");
    }
    return made.orElse(otherwise);
  }

  /** What is made of this; a mistake if the values do not go together. */
  <T> T made(String name, T otherwise, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException wrong) {
      mistake(at(name), name, String.valueOf(wrong.getMessage()));
      return otherwise;
    }
  }

  static LocalDate parseDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          FindingWords.quote(text) + " is no day such as 2026-01-31.", wrong);
    }
  }

  private int parse(YamlTreeNode place, String name, String text, String unit, int least) {
    Matcher parts = AMOUNT.matcher(text);
    if (!parts.matches() || !parts.group(2).equals(unit)) {
      mistake(
          place,
          name,
          "%s is no whole number with the unit %s.".formatted(FindingWords.quote(text), unit));
      return least;
    }
    long number = Long.parseLong(parts.group(1));
    demand(place, name, number, least);
    return (int) Math.max(least, Math.min(number, Distribution.MAX));
  }

  private void demand(YamlTreeNode place, String name, long value, int least) {
    if (value < least || value > Distribution.MAX) {
      mistake(place, name, "%d is outside %d to %d.".formatted(value, least, Distribution.MAX));
    }
  }

  private YamlTreeNode at(String name) {
    return fields.get(name).orElse(node);
  }

  private void missing(String name) {
    mistakes.add(
        node.start(),
        InputRules.FIELD_MISSING.finding(
            path.field(name), "there is no " + name + " in " + place() + ".", REMEDY));
  }

  private String place() {
    return path.segments().isEmpty() ? "the measurement" : path.toString();
  }

  /** Tells whether nothing is wrong with the whole file, as far as it was read. */
  boolean isClean() {
    return mistakes.isEmpty();
  }

  void mistake(String name, String words) {
    mistake(at(name), name, words);
  }

  private void mistake(YamlTreeNode place, String name, String words) {
    mistakes.add(
        place.start(), InputRules.MEASUREMENT_VALUE.finding(path.field(name), words, REMEDY));
  }
}
