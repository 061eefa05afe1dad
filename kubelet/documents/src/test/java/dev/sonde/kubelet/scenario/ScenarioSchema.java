package dev.sonde.kubelet.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sonde.kubelet.sim.FaultEffect;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.kubelet.sim.PodFleet;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.release.KubernetesVersion;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The JSON schema of scenarios, with the words and limits of the simulation itself, and with the
 * probes of {@code probeset.schema.json}. Which fields an object has, a test asks the reader.
 */
final class ScenarioSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFINED = "#/$defs/";
  private static final String DURATION = "\\d{1,12}(\\.\\d{1,9})?";

  private final ObjectNode definitions = JSON.createObjectNode();

  private ScenarioSchema() {}

  static ObjectNode whole() throws IOException {
    return new ScenarioSchema().document();
  }

  private ObjectNode document() throws IOException {
    define("text", types("string", "number", "boolean", "null"));
    define("duration", duration());
    define("flag", flag());
    define("probeKind", words(ProbeKind.values(), ProbeKind::word));
    define("random", random());
    define("fault", fault());
    define("result", result());
    define("results", results());
    define("application", application());
    define("applications", applications());
    define("condition", condition());
    define("removal", removal());
    define("backOff", object("first", time(), "max", time()));
    define("kubelet", kubelet());
    define("podTemplate", object("spec", types("object")).put("additionalProperties", true));
    ((ObjectNode) definitions.get("podTemplate")).set("required", array("spec"));
    define("next", next());
    define("rollout", rollout());
    ObjectNode document =
        JSON.createObjectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", ProbeSetDocument.schema(ScenarioReader.KIND))
            .put("title", "What a simulated application does under its probes");
    document.setAll(scenario());
    document.set("required", array("apiVersion", "kind"));
    document.set(
        "allOf", JSON.createArrayNode().add(oneOf("probes", "pod")).add(no("delete", "evict")));
    document.set("$defs", withProbes(definitions));
    return document;
  }

  private void define(String name, ObjectNode definition) {
    definitions.set(name, definition);
  }

  /** Those of the documents that probes are read from. */
  private static ObjectNode withProbes(ObjectNode own) throws IOException {
    JsonNode probeSet =
        JSON.readTree(
            ProbeSetReader.class.getResourceAsStream(
                ProbeSetDocument.schemaFile(ProbeSetDocument.KIND)));
    ObjectNode all = own.deepCopy();
    probeSet.get("$defs").properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    return all;
  }

  private static ObjectNode scenario() {
    ObjectNode scenario =
        object(
            "apiVersion", constant(ProbeSetDocument.API_VERSION),
            "kind", constant(ScenarioReader.KIND),
            "name", text(),
            "duration", time(),
            "kubernetes", release(),
            "mode", words(KubeletMode.values(), KubeletMode::word, true),
            "seed", whole(Long.MIN_VALUE, Long.MAX_VALUE),
            "kubelet", orNull("kubelet"),
            "replicas", whole(1, PodFleet.MAX_REPLICAS),
            "startSpread", time(),
            "rollout", orNull("rollout"),
            "delete", orNull("removal"),
            "evict", orNull("removal"));
    ((ObjectNode) scenario.get("properties")).setAll(podFields());
    return scenario;
  }

  private static ObjectNode podFields() {
    return (ObjectNode)
        object(
                "probes",
                anyOf(types("string", "number", "boolean", "null"), objectOnly("ProbeSet")),
                "pod",
                orNull("podTemplate"),
                "restartPolicy",
                choice("Always", "OnFailure", "Never"),
                "terminationGracePeriodSeconds",
                whole(0, Long.MAX_VALUE),
                "application",
                orNull("application"),
                "applications",
                orNull("applications"),
                "conditions",
                list(defined("condition")))
            .get("properties");
  }

  /** What comes next; without probes or a pod, only what the applications do. */
  private static ObjectNode next() {
    ObjectNode next = object();
    next.set("properties", podFields());
    ObjectNode nothing = JSON.createObjectNode();
    for (String field : List.of("restartPolicy", "terminationGracePeriodSeconds", "conditions")) {
      nothing.put(field, false);
    }
    next.set("if", anyOf(has("probes"), has("pod")));
    next.set("then", oneOf("probes", "pod"));
    next.set("else", JSON.createObjectNode().set("properties", nothing));
    return next;
  }

  private static ObjectNode rollout() {
    ObjectNode rollout =
        object(
            "at", time(),
            "maxSurge", amount(),
            "maxUnavailable", amount(),
            "minReadySeconds", whole(0, Integer.MAX_VALUE),
            "progressDeadlineSeconds", whole(0, Integer.MAX_VALUE),
            "to", orNull("next"));
    return demanding(rollout, "at");
  }

  private static ObjectNode removal() {
    return demanding(object("at", time(), "gracePeriodSeconds", whole(0, Integer.MAX_VALUE)), "at");
  }

  private static ObjectNode condition() {
    ObjectNode condition = object("at", time(), "type", text(), "status", defined("flag"));
    return demanding(demanding(condition, "type"), "status");
  }

  private static ObjectNode kubelet() {
    return object(
        "inheritsStarted", defined("flag"),
        "upFor", time(),
        "restartsAt", list(defined("duration")),
        "backOff", orNull("backOff"),
        "syncDelay", time(),
        "endpointDelay", time());
  }

  private static ObjectNode application() {
    return object(
        "startDelay", time(),
        "startsIn", time(),
        "takes", time(),
        "postStart", time(),
        "preStop", time(),
        "stopsIn", anyOf(constant("never"), time()),
        "refusesOnceStopping", defined("flag"),
        "exitCode", whole(0, 255),
        "completesIn", time(),
        "faults", list(defined("fault")),
        "results", orNull("results"));
  }

  private static ObjectNode applications() {
    ObjectNode named = types("object");
    named.set("additionalProperties", defined("application"));
    return named;
  }

  private static ObjectNode fault() {
    ObjectNode fault =
        object(
            "does", words(FaultEffect.values(), FaultEffect::word),
            "from", time(),
            "for", time(),
            "until", time(),
            "probes", list(defined("probeKind")),
            "instance", whole(1, Integer.MAX_VALUE),
            "status", whole(400, 599),
            "reason", text(),
            "since", choice("scenario", "container"),
            "takes", time(),
            "exitCode", whole(0, 255),
            "random", orNull("random"));
    ObjectNode chance = JSON.createObjectNode();
    List.of("from", "for", "until").forEach(time -> chance.set(time, types("null")));
    chance.set("does", JSON.createObjectNode().set("not", constant(FaultEffect.EXITS.word())));
    fault.set("if", has("random"));
    fault.set("then", JSON.createObjectNode().set("properties", chance));
    fault.set("allOf", JSON.createArrayNode().add(no("for", "until")));
    return demanding(fault, "does");
  }

  private static ObjectNode random() {
    ObjectNode random = object("meanGap", time(), "shortest", time(), "longest", time());
    return demanding(random, "meanGap");
  }

  private static ObjectNode results() {
    ObjectNode results = object();
    for (ProbeKind kind : ProbeKind.values()) {
      ((ObjectNode) results.get("properties")).set(kind.word(), list(defined("result")));
    }
    return results;
  }

  private static ObjectNode result() {
    ObjectNode result =
        object(
            "at", time(),
            "result", choice("success", "warning", "failure", "unknown", "error", "timeout"),
            "takes", time(),
            "reason", text());
    return demanding(result, "result");
  }

  private static ObjectNode release() {
    String releases =
        String.join(
            "|",
            KubernetesVersion.ALL.stream().map(v -> v.toString().replace(".", "\\.")).toList());
    ArrayNode numbers = JSON.createArrayNode();
    KubernetesVersion.ALL.forEach(version -> numbers.add(Double.parseDouble(version.toString())));
    return anyOf(
        types("string").put("pattern", "^\\s*v?(" + releases + ")(\\.\\d+)?\\s*$"),
        JSON.createObjectNode().set("enum", numbers),
        types("null"));
  }

  private static ObjectNode amount() {
    return anyOf(
        types("string").put("pattern", "^\\d{1,9}%?$"),
        types("integer").put("minimum", 0).put("maximum", 999_999_999),
        types("null"));
  }

  private static ObjectNode duration() {
    long most = Scenario.MAX_DURATION.toSeconds();
    return anyOf(
        types("string").put("pattern", "^(" + DURATION + "|(" + DURATION + "(ms|s|m|h|d))+)$"),
        types("number").put("minimum", 0).put("maximum", most));
  }

  private static ObjectNode time() {
    return orNull("duration");
  }

  private static ObjectNode flag() {
    ArrayNode words =
        JSON.createArrayNode().add(true).add(false).add("true").add("false").addNull();
    return JSON.createObjectNode().set("enum", words);
  }

  private static ObjectNode text() {
    return defined("text");
  }

  private static ObjectNode whole(long least, long most) {
    return types("integer", "null").put("minimum", least).put("maximum", most);
  }

  private static <E> ObjectNode words(E[] values, Function<E, String> word) {
    return words(values, word, false);
  }

  private static <E> ObjectNode words(E[] values, Function<E, String> word, boolean orNull) {
    ArrayNode words = array(Arrays.stream(values).map(word).toArray(String[]::new));
    return JSON.createObjectNode().set("enum", orNull ? words.addNull() : words);
  }

  private static ObjectNode choice(String... words) {
    return JSON.createObjectNode().set("enum", array(words).addNull());
  }

  private static ObjectNode list(ObjectNode items) {
    return types("array", "null").set("items", items);
  }

  /** Exactly one of two fields holds something. */
  private static ObjectNode oneOf(String one, String other) {
    ArrayNode both = JSON.createArrayNode().add(has(one)).add(has(other));
    return JSON.createObjectNode().set("oneOf", both);
  }

  /** Not both of two fields hold something. */
  private static ObjectNode no(String one, String other) {
    ArrayNode both = JSON.createArrayNode().add(has(one)).add(has(other));
    return JSON.createObjectNode().set("not", JSON.createObjectNode().set("allOf", both));
  }

  private static ObjectNode has(String field) {
    ObjectNode something = JSON.createObjectNode().set("not", types("null"));
    ObjectNode has =
        JSON.createObjectNode().set("properties", JSON.createObjectNode().set(field, something));
    return has.set("required", array(field));
  }

  /** With a field that holds something. */
  private static ObjectNode demanding(ObjectNode object, String field) {
    ArrayNode all = object.withArray("allOf");
    all.add(has(field));
    return object;
  }

  private static ObjectNode objectOnly(String name) {
    return defined(name).put("type", "object");
  }

  private static ObjectNode orNull(String name) {
    return anyOf(defined(name), types("null"));
  }

  private static ObjectNode defined(String name) {
    return JSON.createObjectNode().put("$ref", DEFINED + name);
  }

  private static ObjectNode constant(String text) {
    return JSON.createObjectNode().put("const", text);
  }

  private static ObjectNode anyOf(ObjectNode... alternatives) {
    ArrayNode array = JSON.createArrayNode();
    Arrays.stream(alternatives).forEach(array::add);
    return JSON.createObjectNode().set("anyOf", array);
  }

  private static ObjectNode object(Object... namesAndSchemas) {
    ObjectNode properties = JSON.createObjectNode();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.set((String) namesAndSchemas[i], (ObjectNode) namesAndSchemas[i + 1]);
    }
    ObjectNode object = types("object").put("additionalProperties", false);
    return object.set("properties", properties);
  }

  private static ObjectNode types(String... types) {
    return types.length == 1
        ? JSON.createObjectNode().put("type", types[0])
        : JSON.createObjectNode().set("type", array(types));
  }

  private static ArrayNode array(String... words) {
    ArrayNode array = JSON.createArrayNode();
    Arrays.stream(words).forEach(array::add);
    return array;
  }
}
