package dev.sonde.manifests.decode;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.decode.FieldType.Scalar;
import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.decode.GoDecoder.Sentences;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.SimilarName;
import java.util.List;
import java.util.Optional;

/**
 * Says where a field that does not exist was likely meant to be, or how it was meant to be called.
 */
final class UnknownField {

  private static final int FEW = 12;

  private final SourceText source;
  private final DecodePath way;
  private final WayWords words;

  UnknownField(SourceText source, DecodePath way) {
    this.source = source;
    this.way = way;
    this.words = new WayWords(way);
  }

  Sentences of(JsonField field, Optional<ReleasedField> elsewhere, KubernetesVersion release) {
    return elsewhere.isPresent() ? of(field, elsewhere.get(), release) : of(field);
  }

  private Sentences of(JsonField field, ReleasedField elsewhere, KubernetesVersion release) {
    boolean gone = release.compareTo(elsewhere.until()) > 0;
    return new Sentences(
        "%s has no field %s: %s."
            .formatted(
                words.owner(),
                FindingWords.quote(field.name()),
                gone
                    ? "Kubernetes " + elsewhere.until() + " was the last to have it"
                    : "it came with Kubernetes " + elsewhere.since()),
        "Remove it, or say which releases you deploy to: --kubernetes, in a pom <kubernetes>.");
  }

  private Sentences of(JsonField field) {
    String message = words.owner() + " has no field " + FindingWords.quote(field.name()) + ".";
    return new Sentences(message, remedy(field));
  }

  private String remedy(JsonField field) {
    DecodePath.Level owner = owner();
    return otherCase(field.name(), owner.type())
        .or(() -> levelAbove(field))
        .or(() -> levelBelow(field, 1))
        .or(() -> misspelt(field.name(), owner.type()))
        .or(() -> foreign(field.name(), owner.type()))
        .or(() -> foreignAbove(field.name()))
        .or(() -> levelBelow(field, 3))
        .orElseGet(() -> knownFields(owner.type()));
  }

  private DecodePath.Level owner() {
    return way.levels().get(way.levels().size() - 1);
  }

  private static Optional<String> otherCase(String name, Struct type) {
    return type.fields().keySet().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(
            known -> "Did you mean " + FindingWords.quote(known) + "? Upper and lower case count.");
  }

  private static Optional<String> misspelt(String name, Struct type) {
    return SimilarName.to(name, type.fields().keySet())
        .map(known -> "Did you mean " + FindingWords.quote(known) + "?");
  }

  private static Optional<String> foreign(String name, Struct type) {
    return OtherNames.of(name, type.fields().keySet())
        .map(known -> "Kubernetes calls it " + FindingWords.quote(known) + ".");
  }

  /** Two mistakes at once: another tool's name, and indented too far. */
  private Optional<String> foreignAbove(String name) {
    List<DecodePath.Level> levels = way.levels();
    for (int i = levels.size() - 2; i >= 0; i--) {
      DecodePath.Level level = levels.get(i);
      Optional<String> known = OtherNames.of(name, level.type().fields().keySet());
      if (known.isPresent()) {
        return known.map(
            field ->
                "Kubernetes calls it " + FindingWords.quote(field) + ", in " + nameOf(level) + ".");
      }
    }
    return Optional.empty();
  }

  /** The field exists further out: it was indented too far. */
  private Optional<String> levelAbove(JsonField field) {
    List<DecodePath.Level> levels = way.levels();
    for (int i = levels.size() - 2; i >= 0; i--) {
      DecodePath.Level level = levels.get(i);
      boolean fits =
          level.type().field(field.name()).filter(type -> couldHold(type, field)).isPresent();
      if (fits && !level.object().field(field.name()).isPresent()) {
        return Optional.of(
            "It belongs to "
                + nameOf(level)
                + ", "
                + levelsUp(levels.size() - 1 - i)
                + ": move line "
                + line(field.key())
                + " beside "
                + FindingWords.quote(way.stepBelow(level).toString())
                + ", which is on line "
                + line(level, way.stepBelow(level).toString())
                + ".");
      }
    }
    return Optional.empty();
  }

  /** Without this check a stray "name" or "type" would be said to belong to half of all objects. */
  private static boolean couldHold(FieldType type, JsonField field) {
    YamlTreeNode value = field.value();
    if (value instanceof ScalarNode) {
      return type instanceof Scalar;
    }
    return value instanceof SequenceNode
        ? type instanceof FieldType.ListOf
        : type instanceof Struct || type instanceof FieldType.MapOf;
  }

  private String nameOf(DecodePath.Level level) {
    return level.depth() == 0 ? "the object itself" : way.path(level).toString();
  }

  private static String levelsUp(int count) {
    return count == 1 ? "one level up" : count + " levels up";
  }

  private int line(DecodePath.Level level, String field) {
    return level.object().field(field).map(found -> line(found.key())).orElse(0);
  }

  /** The field exists further in: it was not indented far enough. */
  private Optional<String> levelBelow(JsonField field, int depth) {
    DecodePath.Level owner = owner();
    return FieldSearch.find(owner.type(), field.name(), depth).stream()
        .filter(place -> couldHold(place.type(), field))
        .min(
            comparing((FieldSearch.Place place) -> !place.isWrittenIn(owner.object()))
                .thenComparing(comparingInt(place -> place.way().size()))
                .thenComparing(comparingInt(FieldSearch.Place::rank)))
        .map(place -> into(place, field, owner.object()));
  }

  private String into(FieldSearch.Place place, JsonField field, JsonObject owner) {
    String below = place.text();
    Optional<JsonField> first = owner.field(place.way().get(0));
    if (first.isEmpty()) {
      return "It belongs in "
          + below
          + ": write that above it, and indent line "
          + line(field.key())
          + " below it.";
    }
    boolean holds =
        first.get().value() instanceof MappingNode || first.get().value() instanceof SequenceNode;
    return "It belongs in "
        + below
        + (holds ? ": move line " : ", which is empty: indent line ")
        + line(field.key())
        + " below line "
        + line(first.get().key())
        + ".";
  }

  private static String knownFields(Struct type) {
    return type.fields().size() > FEW
        ? "Remove it, or look up the field in the reference of " + type.name() + "."
        : "The fields here are "
            + type.fields().keySet().stream().sorted().collect(joining(", "))
            + ".";
  }

  private int line(YamlTreeNode node) {
    return source.position(node.start()).line();
  }
}
