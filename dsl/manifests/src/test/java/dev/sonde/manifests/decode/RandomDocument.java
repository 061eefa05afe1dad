package dev.sonde.manifests.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sonde.manifests.decode.FieldType.ListOf;
import dev.sonde.manifests.decode.FieldType.MapOf;
import dev.sonde.manifests.decode.FieldType.Scalar;
import dev.sonde.manifests.decode.FieldType.Struct;
import dev.sonde.manifests.document.SondeDocument;
import dev.sonde.model.ActionType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Documents with fields of all their types, most of whose values can be. */
record RandomDocument(Random random) {

  private static final ApiTypes TYPES = ApiTypes.load();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What can be in the fields of a name, and after it what cannot, or only here and there. */
  private static final Map<String, List<List<String>>> TEXTS =
      Map.ofEntries(
          words("scheme", "HTTP HTTPS", "http ftp"),
          words("protocol", "HTTP1 HTTP2", "HTTP3 http1"),
          words("mode", "Plaintext TLS", "tls plain"),
          words("port", "http a1 1a health-1", "8080 a--b HTTP -a a- sixteen-letters-x _ ä"),
          words("name", "http grpc X-Token", "a:b a_b a--b sixteen-letters-x"),
          words("restartPolicy", "Always OnFailure Never", "always Sometimes"),
          words("action", "Restart RestartAllContainers", "restart Stop"),
          words("operator", "In NotIn", "in Exists"),
          words("stopSignal", "SIGINT SIGRTMIN+3 SIGTERM", "INT SIGRTMIN+16 15"),
          words("container", "orders orders orders", "invoices"),
          words("kind", "Deployment", "deployment"),
          words("", "/livez a b", "c d"));

  private static Map.Entry<String, List<List<String>>> words(String name, String good, String bad) {
    List<String> rare = new ArrayList<>(List.of(bad.split(" ")));
    rare.add("");
    return Map.entry(name, List.of(List.of(good.split(" ")), rare));
  }

  JsonNode of(String kind) {
    ObjectNode document =
        object(TYPES.of(new ObjectKind(SondeDocument.API_VERSION, kind)).orElseThrow());
    document.put("apiVersion", oneIn(40) ? "sonde.dev/v2" : SondeDocument.API_VERSION);
    document.put("kind", oneIn(40) ? "Probes" : kind);
    if (oneIn(40)) {
      document.remove(random.nextBoolean() ? "apiVersion" : "kind");
    }
    return document;
  }

  private ObjectNode object(Struct struct) {
    ObjectNode object = JSON.createObjectNode();
    List<String> handlers = new ArrayList<>(ActionType.names(List.of(ActionType.values())));
    handlers.retainAll(struct.fields().keySet());
    for (String field : new TreeSet<>(struct.fields().keySet())) {
      boolean likely = isLikely(struct, field);
      if (!handlers.contains(field) && (likely ? !oneIn(60) : oneIn(4))) {
        object.set(field, value(field, struct.fields().get(field)));
      }
    }
    Collections.shuffle(handlers, random);
    for (int i = 0; i < handlers.size(); i++) {
      if (i == 0 ? !oneIn(30) : oneIn(90)) {
        object.set(handlers.get(i), value(handlers.get(i), struct.fields().get(handlers.get(i))));
      }
    }
    if (oneIn(120)) {
      object.put("unknown", 1);
    }
    return object;
  }

  /** Fields without which most objects are wrong; an environment without which nothing is. */
  private static boolean isLikely(Struct struct, String field) {
    return List.of("port", "command", "containerPort", "action", "exitCodes", "operator")
            .contains(field)
        || (struct.name().equals("HTTPHeader") && field.equals("name"))
        || field.equals("environments")
        || field.equals("restartPolicy");
  }

  private JsonNode value(String field, FieldType type) {
    if (oneIn(60)) {
      return otherType();
    }
    if (type instanceof Struct struct) {
      return object(struct);
    }
    if (type instanceof ListOf list) {
      ArrayNode array = JSON.createArrayNode();
      for (int i = oneIn(200) ? 300 : 1 + random.nextInt(2); i > 0; i--) {
        array.add(value(field, list.element()));
      }
      return oneIn(30) ? JSON.createArrayNode() : array;
    }
    if (type instanceof MapOf map) {
      return JSON.createObjectNode().set(oneIn(20) ? "dev" : "prod", value(field, map.element()));
    }
    return scalar(field, (Scalar) type);
  }

  private JsonNode scalar(String field, Scalar type) {
    JsonNodeFactory nodes = JSON.getNodeFactory();
    return switch (type) {
      case STRING -> nodes.textNode(word(field));
      case INT_OR_STRING ->
          random.nextBoolean() ? nodes.textNode(word(field)) : number(field, type);
      default -> number(field, type);
    };
  }

  private String word(String field) {
    List<List<String>> words = TEXTS.getOrDefault(field, TEXTS.get(""));
    List<String> some = words.get(oneIn(12) ? 1 : 0);
    return some.get(random.nextInt(some.size()));
  }

  private JsonNode number(String field, Scalar type) {
    JsonNodeFactory nodes = JSON.getNodeFactory();
    if (oneIn(12)) {
      return switch (random.nextInt(6)) {
        case 0 -> nodes.numberNode(0);
        case 1 -> nodes.numberNode(-1);
        case 2 -> nodes.numberNode(1.5);
        case 3 -> nodes.numberNode(Integer.MAX_VALUE + 1L);
        case 4 -> nodes.numberNode(BigInteger.ONE.shiftLeft(63));
        default -> nodes.numberNode(65_536);
      };
    }
    boolean isPort = field.toLowerCase().contains("port");
    return nodes.numberNode(isPort ? 8080 : type == Scalar.INT64 ? 25 : 1 + random.nextInt(2));
  }

  private JsonNode otherType() {
    JsonNodeFactory nodes = JSON.getNodeFactory();
    return switch (random.nextInt(7)) {
      case 0 -> nodes.numberNode(1);
      case 1 -> nodes.booleanNode(true);
      case 2 -> JSON.createArrayNode().add("a");
      case 3 -> JSON.createObjectNode().put("a", "b");
      case 4 -> nodes.textNode("8080");
      default -> nodes.nullNode();
    };
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }
}
