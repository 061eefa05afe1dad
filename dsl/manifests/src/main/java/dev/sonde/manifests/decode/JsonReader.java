package dev.sonde.manifests.decode;

import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.ScalarType;
import dev.sonde.manifests.tree.SequenceNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.FieldSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Takes values out of an object as the API server gets them: {@code null}, and what is of the wrong
 * type, is not there.
 */
public final class JsonReader implements FieldSource {

  private static final JsonReader NOTHING = new JsonReader(new JsonObject(List.of()));

  private final JsonObject object;

  private JsonReader(JsonObject object) {
    this.object = object;
  }

  /**
   * {@return a reader of the object that a node stands for; of an empty one, if it is no mapping}
   *
   * @param node any node
   */
  public static JsonReader of(YamlTreeNode node) {
    return node.resolved() instanceof MappingNode mapping
        ? new JsonReader(JsonObject.of(mapping))
        : NOTHING;
  }

  @Override
  public Optional<JsonReader> object(String field) {
    return object.get(field).filter(MappingNode.class::isInstance).map(JsonReader::of);
  }

  /**
   * {@return the object at the end of a way of fields; an empty one, if the way leads nowhere}
   *
   * @param fields the fields' names
   */
  public JsonReader at(List<String> fields) {
    JsonReader reader = this;
    for (String field : fields) {
      reader = reader.object(field).orElse(NOTHING);
    }
    return reader;
  }

  @Override
  public List<String> texts(String field) {
    return list(
        field,
        node ->
            node instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING
                ? scalar.text()
                : "");
  }

  @Override
  public List<JsonReader> objects(String field) {
    return list(field, JsonReader::of);
  }

  /**
   * {@return the node of the list or map in a field, if there is one}
   *
   * @param field the field's name
   */
  public Optional<YamlTreeNode> collection(String field) {
    return object.get(field).filter(node -> !(node instanceof ScalarNode));
  }

  /**
   * {@return what becomes of each element of the list in a field; empty if there is no list}
   *
   * @param <T> what an element becomes
   * @param field the field's name
   * @param element makes it of the element's node, aliases followed
   */
  public <T> List<T> list(String field, Function<YamlTreeNode, T> element) {
    return object
        .get(field)
        .filter(SequenceNode.class::isInstance)
        .map(node -> ((SequenceNode) node).items())
        .orElse(List.of())
        .stream()
        .map(item -> element.apply(item.resolved()))
        .toList();
  }

  @Override
  public Optional<String> text(String field) {
    return scalar(field).filter(scalar -> scalar.type() == ScalarType.STRING).map(ScalarNode::text);
  }

  /**
   * {@return the text or number in a field as it is written, such as a quantity}
   *
   * @param field the field's name
   */
  public Optional<String> written(String field) {
    return scalar(field)
        .filter(scalar -> scalar.type() != ScalarType.NULL && scalar.type() != ScalarType.BOOLEAN)
        .map(ScalarNode::text);
  }

  /**
   * {@return the whole number of 32 bits in a field, if there is one}
   *
   * @param field the field's name
   */
  public OptionalInt int32(String field) {
    return int32(int64(field));
  }

  private static OptionalInt int32(OptionalLong whole) {
    return whole.isPresent() && whole.getAsLong() == (int) whole.getAsLong()
        ? OptionalInt.of((int) whole.getAsLong())
        : OptionalInt.empty();
  }

  @Override
  public List<Integer> int32s(String field) {
    return list(field, node -> int32(whole(node)).orElse(0));
  }

  private static OptionalLong whole(YamlTreeNode node) {
    return node instanceof ScalarNode scalar
        ? JsonScalars.whole(scalar, false)
        : OptionalLong.empty();
  }

  @Override
  public OptionalLong int64(String field) {
    return object.get(field).map(JsonReader::whole).orElse(OptionalLong.empty());
  }

  /**
   * {@return the truth value in a field, if there is one}
   *
   * @param field the field's name
   */
  public Optional<Boolean> truth(String field) {
    return scalar(field)
        .filter(scalar -> scalar.type() == ScalarType.BOOLEAN)
        .map(ScalarNode::isTrue);
  }

  /** {@return all fields that hold text, as in labels; in the order in which they are written} */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (JsonField field : object.fields()) {
      if (field.value() instanceof ScalarNode scalar && scalar.type() == ScalarType.STRING) {
        texts.put(field.name(), scalar.text());
      }
    }
    return texts;
  }

  /** {@return the names of all fields} */
  public List<String> names() {
    return object.fields().stream().map(JsonField::name).toList();
  }

  private Optional<ScalarNode> scalar(String field) {
    return object.get(field).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
  }
}
