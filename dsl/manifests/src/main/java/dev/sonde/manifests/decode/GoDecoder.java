package dev.sonde.manifests.decode;

import dev.sonde.manifests.decode.DecodeProblem.Effect;
import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.MapOf;
import dev.sonde.manifests.decode.FieldType.Scalar;
import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.ContainerSpec;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a document with the type of its object, as Go's JSON decoder does: names are
 * case-sensitive, {@code null} leaves a field unset, nothing is converted.
 */
final class GoDecoder {

  /** Nobody reads more; a document that has them is something else than it claims to be. */
  private static final int MOST = 1_000;

  private final boolean json;
  private final KubernetesVersion release;
  private final DecodePath way = new DecodePath();
  private final WrongType wrongType;
  private final UnknownField unknownField;
  private final List<DecodeProblem> problems = new ArrayList<>(0);
  private final List<GatedUse> gated = new ArrayList<>(0);

  private GoDecoder(SourceText source, boolean json, KubernetesVersion release) {
    this.json = json;
    this.release = release;
    this.wrongType = new WrongType(source, way);
    this.unknownField = new UnknownField(source, way);
  }

  /**
   * {@return what came of a comparison}
   *
   * @param json whether numbers arrive as they are written
   * @param release the release whose fields there are
   */
  static GoDecoder decode(
      YamlTreeNode root, Struct type, SourceText source, boolean json, KubernetesVersion release) {
    GoDecoder decoder = new GoDecoder(source, json, release);
    decoder.value(root, type);
    return decoder;
  }

  /** {@return everything that does not fit, in the order in which it is written} */
  List<DecodeProblem> problems() {
    return problems;
  }

  /** {@return the fields that other releases take otherwise, in the same order} */
  List<GatedUse> gated() {
    return gated;
  }

  private void value(YamlTreeNode written, FieldType type) {
    if (problems.size() == MOST) {
      return;
    }
    YamlTreeNode node = written.resolved();
    if (node instanceof ScalarNode scalar && scalar.type() == ScalarType.NULL) {
      return;
    }
    if (type instanceof Scalar simple) {
      scalar(node, simple);
    } else if (type instanceof ListOf list && node instanceof SequenceNode sequence) {
      elements(sequence, list.element());
    } else if (type instanceof MapOf map && node instanceof MappingNode mapping) {
      values(mapping, map.element());
    } else if (type instanceof Struct struct && node instanceof MappingNode mapping) {
      fields(mapping, struct);
    } else {
      add(DecodeRules.WRONG_TYPE, node, Effect.FAILS, wrongType.of(node, type));
    }
  }

  private void elements(SequenceNode sequence, FieldType type) {
    for (int i = 0; i < sequence.items().size(); i++) {
      way.enter((Object) i);
      value(sequence.items().get(i), type);
      way.leave();
    }
  }

  private void values(MappingNode mapping, FieldType type) {
    for (JsonField field : json ? JsonObject.asWritten(mapping) : JsonObject.of(mapping).fields()) {
      way.enter(field.name());
      value(field.value(), type);
      way.leave();
    }
  }

  private void fields(MappingNode mapping, Struct type) {
    JsonObject object = JsonObject.of(mapping);
    way.enter(type, mapping, object);
    for (JsonField field : json ? JsonObject.asWritten(mapping) : object.fields()) {
      way.enter(field.name());
      FieldType known = type.fields().get(field.name());
      ReleasedField released = type.released().get(field.name());
      if (released != null) {
        note(field, released);
      }
      if (known != null && (released == null || released.isIn(release))) {
        value(field.value(), known);
      } else if (problems.size() < MOST) {
        add(
            DecodeRules.UNKNOWN_FIELD,
            field.key(),
            Effect.REFUSED,
            unknownField.of(field, Optional.ofNullable(released), release));
      }
      way.leave();
    }
    way.leaveLevel();
  }

  private void note(JsonField field, ReleasedField released) {
    String value = field.value().resolved() instanceof ScalarNode scalar ? scalar.text() : "";
    if (released.concerns(value) && !isSidecar(value)) {
      gated.add(new GatedUse(way.path(), field.key(), released));
    }
  }

  /** Sidecars have been there for longer than policies of other containers. */
  private boolean isSidecar(String policy) {
    return policy.equals(ContainerSpec.RESTART_ALWAYS)
        && way.levels().stream().map(way::stepBelow).anyMatch("initContainers"::equals);
  }

  private void scalar(YamlTreeNode node, Scalar type) {
    if (type == Scalar.ANY) {
      return;
    }
    if (!(node instanceof ScalarNode scalar)) {
      add(DecodeRules.WRONG_TYPE, node, effect(type), wrongType.of(node, type));
    } else if (!fits(scalar, type)) {
      if (isTooLarge(scalar, type)) {
        add(DecodeRules.NUMBER_RANGE, node, effect(type), wrongType.outOfRange(scalar, type));
      } else {
        add(DecodeRules.WRONG_TYPE, node, effect(type), wrongType.of(scalar, type));
      }
    }
  }

  private boolean fits(ScalarNode scalar, Scalar type) {
    ScalarType found = JsonScalars.type(scalar, json);
    return switch (type) {
      case STRING -> found == ScalarType.STRING;
      case BOOL -> found == ScalarType.BOOLEAN;
      case INT32 -> fitsInt32(scalar);
      case INT64 -> JsonScalars.whole(scalar, json).isPresent();
      case INT_OR_STRING -> found == ScalarType.STRING || fitsInt32(scalar);
      case QUANTITY -> SpecialTexts.isQuantity(scalar, found);
      case TIME -> found == ScalarType.STRING && SpecialTexts.isTime(scalar.text());
      case ANY -> true;
    };
  }

  private boolean fitsInt32(ScalarNode scalar) {
    return JsonScalars.whole(scalar, json).stream().anyMatch(value -> value == (int) value);
  }

  private boolean isTooLarge(ScalarNode scalar, Scalar type) {
    ScalarType found = JsonScalars.type(scalar, json);
    return (type == Scalar.INT32 || type == Scalar.INT64 || type == Scalar.INT_OR_STRING)
        && (found == ScalarType.INTEGER || found == ScalarType.FLOAT)
        && JsonScalars.isWhole(scalar, json);
  }

  /** Types with a decoder of their own stop the one that called it. */
  private static Effect effect(Scalar type) {
    return switch (type) {
      case INT_OR_STRING, QUANTITY, TIME -> Effect.STOPS;
      default -> Effect.FAILS;
    };
  }

  private void add(Rule rule, YamlTreeNode at, Effect effect, Sentences sentences) {
    problems.add(
        new DecodeProblem(rule, way.path(), at, effect, sentences.message(), sentences.remedy()));
  }

  /** What to say about a problem. */
  record Sentences(String message, String remedy) {}
}
