package dev.sonde.manifests.decode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.MapOf;
import dev.sonde.manifests.decode.FieldType.Scalar;
import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.model.ActionField;
import dev.sonde.model.ActionType;
import dev.sonde.model.ContainerRestart;
import dev.sonde.model.HttpGet;
import dev.sonde.model.ProbeField;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.model.RestartRule;
import dev.sonde.rules.StopSignalChecks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The JSON schema of a document of Sonde's own, made of the tables that the reader and the rules
 * walk: a field that they know is in it, and a field of a handler or probe that no table has is an
 * error.
 */
final class DocumentSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBE = "Probe";
  private static final int HIGHEST_PORT = 65_535;

  private final ApiTypes types = ApiTypes.load();
  private final ObjectNode definitions = JSON.createObjectNode();
  private final boolean whole;

  /** With probes that are whole, or only those of their fields that are to be different. */
  private DocumentSchema(boolean whole) {
    this.whole = whole;
  }

  /** {@return the schema of a document with such a kind} */
  static ObjectNode of(String kind, String title) {
    DocumentSchema schema = new DocumentSchema(kind.equals(ProbeSetDocument.KIND));
    return schema.document(kind, title);
  }

  private ObjectNode document(String kind, String title) {
    Struct root = types.of(new ObjectKind(SondeDocument.API_VERSION, kind)).orElseThrow();
    ObjectNode reference = reference(root);
    ObjectNode fields = (ObjectNode) definitions.get(root.name()).get("properties");
    fields.set("apiVersion", JSON.createObjectNode().put("const", SondeDocument.API_VERSION));
    fields.set("kind", JSON.createObjectNode().put("const", kind));
    ObjectNode sorted = JSON.createObjectNode();
    new TreeSet<>(names(definitions)).forEach(name -> sorted.set(name, definitions.get(name)));
    ObjectNode document =
        JSON.createObjectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", ProbeSetDocument.schema(kind))
            .put("title", title)
            .put("type", "object");
    document.set("required", texts(List.of("apiVersion", "kind")));
    document.setAll(reference);
    document.set("$defs", sorted);
    return document;
  }

  private ObjectNode reference(Struct struct) {
    if (!definitions.has(struct.name())) {
      definitions.set(struct.name(), JSON.nullNode());
      definitions.set(struct.name(), object(struct));
    }
    return JSON.createObjectNode().put("$ref", "#/$defs/" + struct.name());
  }

  /** A probe differs by its kind, so each kind has a definition. */
  private ObjectNode reference(ProbeKind kind) {
    String name = kind.fieldName();
    if (!definitions.has(name)) {
      definitions.set(name, probe(kind));
    }
    return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
  }

  private ObjectNode object(Struct struct) {
    ObjectNode properties = JSON.createObjectNode();
    for (String field : new TreeSet<>(struct.fields().keySet())) {
      properties.set(field, field(struct, field));
    }
    ObjectNode object = object(properties);
    if (struct.name().equals("LifecycleHandler")) {
      object.set("oneOf", oneOf(ActionType.OF_HOOKS));
    }
    required(struct).ifPresent(names -> object.set("required", texts(names)));
    return completed(object, struct);
  }

  private static ObjectNode object(ObjectNode properties) {
    ObjectNode object = nullable("object").put("additionalProperties", false);
    object.set("properties", properties);
    return object;
  }

  private ObjectNode probe(ProbeKind kind) {
    Struct struct = types.struct(PROBE);
    ObjectNode properties = JSON.createObjectNode();
    for (ActionType handler : ActionType.OF_PROBES) {
      properties.set(handler.fieldName(), field(struct, handler.fieldName()));
    }
    for (ProbeField field : ProbeField.values()) {
      properties.set(field.fieldName(), number(field, kind));
    }
    if (!names(properties).containsAll(struct.fields().keySet())) {
      throw new IllegalStateException("a field of a probe is in no table: " + struct.fields());
    }
    ObjectNode probe = object(properties);
    probe.set("oneOf", oneOf(ActionType.OF_PROBES));
    return probe;
  }

  private static ObjectNode number(ProbeField field, ProbeKind kind) {
    if (field.suits(kind)) {
      return number(field.least(), field.greatest());
    }
    OptionalLong only = field.defaultValue();
    return only.isPresent()
        ? number(field.least(), only.getAsLong())
        : JSON.createObjectNode().put("type", "null");
  }

  /** What is written of a handler, of a header, of rules and ports; else what the type says. */
  private ObjectNode field(Struct struct, String field) {
    FieldType type = struct.fields().get(field);
    if (type instanceof Struct below && below.name().equals(PROBE)) {
      return reference(kind(field));
    }
    Optional<ActionType> action = action(struct);
    if (action.isPresent()) {
      return handlerField(
          action.get().fields().stream()
              .filter(known -> known.name().equals(field))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException(struct + "." + field + " is in no table")));
    }
    return switch (struct.name() + "." + field) {
      case "HTTPHeader.name" -> text().put("pattern", "^[A-Za-z0-9-]+$");
      case "ProbeSetPort.name" -> anyOf(portName(), type("string").put("maxLength", 0), none());
      case "ProbeSetPort.containerPort" -> port();
      case "ProbeSet.terminationGracePeriodSeconds" -> number(1, Long.MAX_VALUE);
      case "ProbeSet.restartPolicy" -> choice(ContainerRestart.POLICIES, true);
      case "ProbeSet.restartPolicyRules" -> of(type).put("maxItems", ContainerRestart.MOST_RULES);
      case "ContainerRestartRule.action" -> choice(RestartRule.ACTIONS, false);
      case "ContainerRestartRule.exitCodes" -> of(type).put("type", "object");
      case "ContainerRestartRuleOnExitCodes.operator" ->
          choice(RestartRule.ExitCodes.OPERATORS, false);
      case "ContainerRestartRuleOnExitCodes.values" ->
          of(type).put("maxItems", RestartRule.ExitCodes.MOST_VALUES);
      case "ProbeSetLifecycle.stopSignal" -> choice(StopSignalChecks.known(), true);
      default -> of(type);
    };
  }

  private Optional<List<String>> required(Struct struct) {
    Optional<ActionType> action = action(struct);
    if (action.isPresent()) {
      // Seconds that are not written are 0.
      List<String> names =
          action.get().fields().stream()
              .filter(DocumentSchema::isRequired)
              .filter(field -> field.type() != ActionField.Type.SECONDS)
              .map(ActionField::name)
              .toList();
      return Optional.of(names).filter(some -> whole && !some.isEmpty());
    }
    return switch (struct.name()) {
      case "HTTPHeader" -> Optional.of(List.of("name"));
      case "ProbeSetPort" -> Optional.of(List.of("containerPort"));
      case "ContainerRestartRule" -> Optional.of(List.of("action", "exitCodes"));
      case "ContainerRestartRuleOnExitCodes" -> Optional.of(List.of("operator"));
      default -> Optional.empty();
    };
  }

  /** What holds between fields of an object. */
  private static ObjectNode completed(ObjectNode object, Struct struct) {
    switch (struct.name()) {
      case "HTTPGetAction" -> object.setAll(http2NeedsPlainPod());
      case "ProbeSet" -> {
        ObjectNode together = together("apiVersion", "kind");
        together.setAll(together("kind", "apiVersion"));
        object.set("dependentRequired", together);
        object.setAll(rulesNeedPolicy());
      }
      case "HTTPHeader", "ProbeSetPort", "ContainerRestartRule" -> object.put("type", "object");
      default -> {}
    }
    return object;
  }

  private static ObjectNode together(String field, String other) {
    ObjectNode both = JSON.createObjectNode();
    both.set(field, texts(List.of(other)));
    return both;
  }

  private static ObjectNode http2NeedsPlainPod() {
    ObjectNode then = JSON.createObjectNode();
    then.set("scheme", JSON.createObjectNode().set("not", constant("HTTPS")));
    then.set("host", nullable("string").put("maxLength", 0));
    return when(required("protocol", constant(HttpGet.HTTP2)), properties(then));
  }

  private static ObjectNode rulesNeedPolicy() {
    return when(
        required(ContainerRestart.RULES, type("array").put("minItems", 1)),
        required(ContainerRestart.POLICY, type("string")));
  }

  private static ObjectNode when(ObjectNode condition, ObjectNode then) {
    ObjectNode rule = JSON.createObjectNode();
    rule.set("if", condition);
    rule.set("then", then);
    return rule;
  }

  private static ObjectNode required(String field, ObjectNode value) {
    ObjectNode object = properties(JSON.createObjectNode().set(field, value));
    object.set("required", texts(List.of(field)));
    return object;
  }

  private static ObjectNode properties(ObjectNode properties) {
    return JSON.createObjectNode().set("properties", properties);
  }

  private ObjectNode handlerField(ActionField field) {
    ObjectNode schema =
        switch (field.type()) {
          case TEXT -> field.choices().isEmpty() ? nullable("string") : choice(field);
          case TEXTS -> {
            ObjectNode list = type("array").put("minItems", 1);
            list.set("items", nullable("string"));
            yield list;
          }
          case HEADERS -> of(new ListOf(types.struct("HTTPHeader")));
          case PORT -> anyOf(port(), portName());
          case PORT_NUMBER -> port();
          case SECONDS -> number(0, Long.MAX_VALUE);
        };
    return schema;
  }

  private static boolean isRequired(ActionField field) {
    return field.unset().isEmpty();
  }

  /** An empty scheme counts as none, an empty protocol or mode does not. */
  private static ObjectNode choice(ActionField field) {
    List<String> words = new ArrayList<>(field.choices());
    if (field.name().equals("scheme")) {
      words.add("");
    }
    return choice(words, true);
  }

  private Optional<ActionType> action(Struct struct) {
    return Arrays.stream(ActionType.values())
        .filter(type -> struct.equals(holder(type).fields().get(type.fieldName())))
        .findFirst();
  }

  private Struct holder(ActionType type) {
    return types.struct(ActionType.OF_PROBES.contains(type) ? PROBE : "LifecycleHandler");
  }

  private ObjectNode of(FieldType type) {
    if (type instanceof Struct struct) {
      return reference(struct);
    }
    if (type instanceof ListOf list) {
      ObjectNode array = nullable("array");
      array.set("items", of(list.element()));
      return array;
    }
    if (type instanceof MapOf map) {
      ObjectNode object = nullable("object");
      object.set("additionalProperties", of(map.element()));
      return object;
    }
    return switch ((Scalar) type) {
      case STRING -> nullable("string");
      case INT32 -> number(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT64 -> number(Long.MIN_VALUE, Long.MAX_VALUE);
      case BOOL, INT_OR_STRING, QUANTITY, TIME, ANY ->
          throw new IllegalStateException("no document of Sonde's own has " + type);
    };
  }

  /** One of them has fields; in a part of a probe, at most one. */
  private ArrayNode oneOf(List<ActionType> handlers) {
    ArrayNode alternatives = JSON.createArrayNode().add(none());
    for (ActionType handler : handlers) {
      alternatives.add(required(handler.fieldName(), type("object")).put("type", "object"));
    }
    if (!whole) {
      ObjectNode properties = JSON.createObjectNode();
      handlers.forEach(handler -> properties.set(handler.fieldName(), none()));
      alternatives.add(properties(properties).put("type", "object"));
    }
    return alternatives;
  }

  private static ProbeKind kind(String field) {
    return Arrays.stream(ProbeKind.values())
        .filter(kind -> kind.fieldName().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode anyOf(ObjectNode... alternatives) {
    ArrayNode array = JSON.createArrayNode();
    Arrays.stream(alternatives).forEach(array::add);
    return JSON.createObjectNode().set("anyOf", array);
  }

  private static ObjectNode port() {
    return type("integer").put("minimum", 1).put("maximum", HIGHEST_PORT);
  }

  private static ObjectNode portName() {
    return type("string")
        .put("pattern", "^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$")
        .put("maxLength", 15);
  }

  private static ObjectNode number(long least, long greatest) {
    return nullable("integer").put("minimum", least).put("maximum", greatest);
  }

  private static ObjectNode choice(List<String> words, boolean orNull) {
    ArrayNode choices = texts(words);
    if (orNull) {
      choices.addNull();
    }
    return JSON.createObjectNode().set("enum", choices);
  }

  private static ObjectNode text() {
    return type("string");
  }

  private static ObjectNode none() {
    return type("null");
  }

  private static ObjectNode constant(String text) {
    return JSON.createObjectNode().put("const", text);
  }

  private static ObjectNode type(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private static ObjectNode nullable(String type) {
    return JSON.createObjectNode().set("type", texts(List.of(type, "null")));
  }

  private static ArrayNode texts(List<String> words) {
    ArrayNode array = JSON.createArrayNode();
    words.forEach(array::add);
    return array;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
