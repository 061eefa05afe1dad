package dev.sonde.kubelet.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sonde.manifests.document.SondeDocument;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Documents with the fields of a schema, most of whose values can be. Limits are tried from both
 * sides, alternatives one by one; what must be, is left out now and then.
 */
record RandomInstance(JsonNode schema, Random random) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> DURATIONS =
      List.of("10s", "1m30s", "250ms", "40", "1.5s", "2h", "1d", "0", "0s");
  private static final List<String> NO_DURATIONS =
      List.of("10 s", "soon", "-1s", "1w", "", "s", "1.s", "367d");
  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "probes", List.of("probes.yaml", "probes.yaml", "missing.yaml"),
          "kubernetes", List.of("1.36", "v1.35", "1.34.2", "1.30", "newest"),
          "maxSurge", List.of("1", "25%", "0", "-1", "1 %"),
          "maxUnavailable", List.of("1", "25%", "100%", "101%", "many"),
          "type", List.of("example.com/gate"));

  JsonNode document() {
    ObjectNode document = object("", schema);
    document.put("apiVersion", oneIn(60) ? "sonde.dev/v2" : SondeDocument.API_VERSION);
    document.put("kind", oneIn(60) ? "ProbeSet" : "Scenario");
    document.remove("pod");
    if (!oneIn(20)) {
      document.set(
          "probes",
          random.nextBoolean()
              ? NODES.textNode("probes.yaml")
              : JSON.createObjectNode().set("livenessProbe", probe()));
    }
    if (oneIn(12)) {
      document.set("pod", pod());
      document.remove("probes");
    }
    document.remove(random.nextBoolean() ? "delete" : "evict");
    document.remove(oneIn(3) ? List.of() : List.of("conditions", "applications"));
    return document;
  }

  private static JsonNode probe() {
    return JSON.createObjectNode().set("tcpSocket", JSON.createObjectNode().put("port", 8080));
  }

  private static JsonNode pod() {
    ObjectNode container = JSON.createObjectNode().put("name", "a").put("image", "a:1");
    container.set("livenessProbe", probe());
    ObjectNode spec = JSON.createObjectNode();
    spec.set("containers", JSON.createArrayNode().add(container));
    spec.set(
        "readinessGates",
        JSON.createArrayNode()
            .add(JSON.createObjectNode().put("conditionType", "example.com/gate")));
    return JSON.createObjectNode().set("spec", spec);
  }

  private ObjectNode object(String name, JsonNode definition) {
    ObjectNode object = JSON.createObjectNode();
    List<String> demanded = new ArrayList<>();
    definition
        .path("allOf")
        .forEach(rule -> rule.path("required").forEach(n -> demanded.add(n.asText())));
    definition
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (demanded.contains(field.getKey()) ? !oneIn(40) : oneIn(5)) {
                object.set(field.getKey(), value(field.getKey(), field.getValue()));
              }
            });
    if (name.equals("fault") && random.nextBoolean()) {
      object.remove(List.of("random", "until"));
    }
    if (oneIn(150)) {
      object.put("unheardOf", 1);
    }
    return object;
  }

  private JsonNode value(String name, JsonNode wanted) {
    if (oneIn(80)) {
      return otherType();
    }
    if (wanted.has("$ref")) {
      String definition = wanted.get("$ref").asText().replaceFirst(".*/", "");
      return definition.equals("duration")
          ? duration()
          : definition.equals("ProbeSet") || definition.equals("podTemplate")
              ? pod()
              : named(name, definition);
    }
    if (wanted.has("anyOf")) {
      JsonNode alternatives = wanted.get("anyOf");
      int last = alternatives.size() - (oneIn(20) ? 0 : 1);
      return value(name, alternatives.get(random.nextInt(Math.max(1, last))));
    }
    if (wanted.has("enum")) {
      JsonNode choices = wanted.get("enum");
      return oneIn(15) ? NODES.textNode("other") : choices.get(random.nextInt(choices.size()));
    }
    if (wanted.has("const")) {
      return wanted.get("const");
    }
    return ofType(name, wanted);
  }

  private JsonNode named(String name, String definition) {
    JsonNode found = schema.get("$defs").get(definition);
    if (definition.equals("applications")) {
      return JSON.createObjectNode()
          .set(random.nextBoolean() ? "container" : "a", named(name, "application"));
    }
    return found.has("properties") ? object(definition, found) : value(name, found);
  }

  private JsonNode ofType(String name, JsonNode wanted) {
    JsonNode types = wanted.path("type");
    String type = types.isArray() ? types.get(0).asText() : types.asText();
    return switch (type) {
      case "array" -> {
        ArrayNode array = JSON.createArrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
          array.add(value(name, wanted.get("items")));
        }
        yield array;
      }
      case "integer" -> number(wanted.get("minimum"), wanted.get("maximum"));
      case "object" -> object(name, wanted);
      case "null" -> NODES.nullNode();
      default -> text(name);
    };
  }

  private JsonNode number(JsonNode least, JsonNode most) {
    return switch (random.nextInt(24)) {
      case 0 -> NODES.numberNode(least.bigIntegerValue().subtract(BigInteger.ONE));
      case 1 -> NODES.numberNode(most.bigIntegerValue().add(BigInteger.ONE));
      case 2 -> NODES.numberNode(most.bigIntegerValue());
      case 3 -> NODES.numberNode(1.5);
      default ->
          least.canConvertToInt() && least.asInt() > 300
              ? NODES.numberNode(503)
              : least.canConvertToInt() && least.asInt() > 0
                  ? least
                  : NODES.numberNode(1 + random.nextInt(20));
    };
  }

  private JsonNode text(String name) {
    List<String> texts = TEXTS.getOrDefault(name, List.of("a", "a b", "1"));
    return NODES.textNode(texts.get(random.nextInt(texts.size())));
  }

  private JsonNode duration() {
    if (oneIn(25)) {
      return NODES.textNode(NO_DURATIONS.get(random.nextInt(NO_DURATIONS.size())));
    }
    return switch (random.nextInt(8)) {
      case 0 -> NODES.numberNode(30);
      case 1 -> NODES.numberNode(0.25);
      case 2 -> NODES.numberNode(oneIn(8) ? 40_000_000 : 90);
      default -> NODES.textNode(DURATIONS.get(random.nextInt(DURATIONS.size())));
    };
  }

  private JsonNode otherType() {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.numberNode(-3);
      case 1 -> NODES.booleanNode(true);
      case 2 -> JSON.createArrayNode().add("a");
      case 3 -> JSON.createObjectNode().put("a", "b");
      case 4 -> NODES.textNode("other");
      default -> NODES.nullNode();
    };
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }
}
