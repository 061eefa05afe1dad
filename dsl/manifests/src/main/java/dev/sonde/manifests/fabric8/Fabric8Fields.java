package dev.sonde.manifests.fabric8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.FieldSource;
import dev.sonde.model.YamlFields;
import dev.sonde.yaml.YamlList;
import dev.sonde.yaml.YamlMap;
import dev.sonde.yaml.YamlNode;
import dev.sonde.yaml.YamlNull;
import dev.sonde.yaml.YamlNumber;
import dev.sonde.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns probes and hooks into fabric8 objects and back, by the field names that both have. So a
 * field is known here as soon as the model and fabric8 know it.
 */
final class Fabric8Fields {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(Fabric8Json.module());

  private Fabric8Fields() {}

  /** {@return a fabric8 object that sets just these fields} A port of 0 is one that is not set. */
  static <T> T write(YamlMap fields, Class<T> type) {
    ObjectNode json = JSON.valueToTree(plain(fields));
    for (ActionType action : ActionType.values()) {
      for (ActionField field : action.fields()) {
        if (isPort(field) && json.path(action.fieldName()).path(field.name()).asInt(-1) == 0) {
          ((ObjectNode) json.get(action.fieldName())).remove(field.name());
        }
      }
    }
    return JSON.convertValue(json, type);
  }

  private static boolean isPort(ActionField field) {
    return field.type() == ActionField.Type.PORT || field.type() == ActionField.Type.PORT_NUMBER;
  }

  /**
   * {@return what the model makes of a fabric8 object}
   *
   * @param owner what the object is, for the message
   * @throws IllegalArgumentException if the model has no place for one of its fields
   */
  static <T> T read(
      String owner, Object fabric8, Function<FieldSource, T> read, Function<T, YamlMap> written) {
    YamlFields source = source(fabric8);
    T value = read.apply(source);
    refuseLost(owner + ".", "", source.map(), written.apply(value));
    return value;
  }

  /** {@return the fields of a fabric8 object} */
  static YamlFields source(Object fabric8) {
    return new YamlFields((YamlMap) node(JSON.valueToTree(fabric8)));
  }

  private static void refuseLost(String owner, String path, YamlMap fields, YamlMap kept) {
    fields
        .entries()
        .forEach(
            (name, value) -> {
              YamlNode found = kept.entries().getOrDefault(name, new YamlNull());
              if (found instanceof YamlNull && !isNothing(value)) {
                throw lost(path.isEmpty() ? owner + name : path + name);
              }
              refuseLost("", path + name, value, found);
            });
  }

  private static void refuseLost(String owner, String path, YamlNode value, YamlNode found) {
    if (value instanceof YamlMap map && found instanceof YamlMap kept) {
      refuseLost(owner, path + ".", map, kept);
    } else if (value instanceof YamlList list && found instanceof YamlList kept) {
      for (int i = 0; i < Math.min(list.items().size(), kept.items().size()); i++) {
        refuseLost(owner, path, list.items().get(i), kept.items().get(i));
      }
    }
  }

  /** An empty list is fabric8's way not to set one. */
  private static boolean isNothing(YamlNode value) {
    return value instanceof YamlNull || value.equals(new YamlList(List.of()));
  }

  private static IllegalArgumentException lost(String field) {
    return new IllegalArgumentException(
        field
            + " is not a field of the probes that Sonde knows and would be lost."
            + " Remove it before reading the probe.");
  }

  private static Object plain(YamlNode node) {
    if (node instanceof YamlMap map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.entries().forEach((name, value) -> fields.put(name, plain(value)));
      return fields;
    } else if (node instanceof YamlList list) {
      return list.items().stream().map(Fabric8Fields::plain).toList();
    }
    return node instanceof YamlNumber number ? plain(number.value()) : ((YamlText) node).value();
  }

  /** Of a port's number fabric8 demands that it is no long one. */
  private static Number plain(long number) {
    if (number == (int) number) {
      return (int) number;
    }
    return number;
  }

  private static YamlNode node(JsonNode json) {
    if (json.isObject()) {
      Map<String, YamlNode> fields = new LinkedHashMap<>();
      json.properties().forEach(field -> fields.put(field.getKey(), node(field.getValue())));
      return new YamlMap(fields);
    } else if (json.isArray()) {
      List<YamlNode> items = new ArrayList<>();
      json.forEach(item -> items.add(node(item)));
      return new YamlList(items);
    } else if (json.isIntegralNumber()) {
      return new YamlNumber(json.longValue());
    }
    return json.isNull() ? new YamlNull() : new YamlText(json.asText());
  }
}
