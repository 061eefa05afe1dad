package dev.sonde.kubelet.internal.suggest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ProbeSetDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/objectives.schema.json} takes what the reader takes, and nothing else. */
class ObjectivesSchemaTest {

  private static final String FILE = ProbeSetDocument.schemaFile(Objectives.KIND);
  private static final Path PAGE = Path.of("../../docs", FILE);
  private static final int DOCUMENTS_PER_SEED = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No schema can add up the parts of a time. */
  private static final Pattern SUMS = Pattern.compile(" is \"(0|0s|25h|1d1ms|0\\.0001s)\"\\.");

  /** In each pair what is right for a time, then what is right for a number of starts. */
  private static final List<String> VALUES =
      List.of(
          "\"30s\"",
          "\"1m30s\"",
          "\"250ms\"",
          "\"24h\"",
          "\"12\"",
          "30",
          "0.5",
          "86400",
          "1",
          "100000",
          "\"10000\"",
          "\"0\"",
          "\"0s\"",
          "\"25h\"",
          "\"1d1ms\"",
          "\"0.0001s\"",
          "\"soon\"",
          "\"\"",
          "\"-5s\"",
          "\"30 s\"",
          "0",
          "-1",
          "86401",
          "100001",
          "0.0001",
          "true",
          "null",
          "[]",
          "{}",
          "[\"30s\"]");

  /** Rewrite it with {@code -Dsonde.golden.rewrite=true}. */
  @Test
  void hasTheObjectivesThatThereAre() throws IOException {
    String whole = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole()) + "\n";
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(PAGE, whole);
    }
    assertThat(PAGE).content(UTF_8).isEqualTo(whole);
  }

  @Test
  void liesInTheJarAsInTheDocumentation() throws IOException {
    assertThat(Objectives.class.getResourceAsStream(FILE))
        .hasBinaryContent(Files.readAllBytes(PAGE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesWhatTheReaderTakes(long seed) throws IOException {
    Random random = new Random(seed);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JSON.readTree(PAGE.toFile()));
    int taken = 0;
    for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
      String text = document(random);
      List<String> mistakes = mistakes(text);
      boolean fits = schema.validate(JSON.readTree(text)).isEmpty();
      boolean untold = mistakes.stream().allMatch(mistake -> SUMS.matcher(mistake).find());
      assertThat(mistakes.isEmpty() ? fits : !fits || untold)
          .as("seed %d, document %d, reader: %s, %s", seed, i, mistakes, text)
          .isTrue();
      taken += mistakes.isEmpty() ? 1 : 0;
    }
    assertThat(taken).isBetween(DOCUMENTS_PER_SEED / 8, DOCUMENTS_PER_SEED * 4 / 5);
  }

  private static String document(Random random) {
    StringBuilder text = new StringBuilder("{");
    text.append(random.nextInt(20) == 0 ? "" : "\"apiVersion\": \"sonde.dev/v1\", ");
    text.append(random.nextInt(20) == 0 ? "\"kind\": \"Scenario\"" : "\"kind\": \"Objectives\"");
    for (Objective objective : Objective.values()) {
      if (random.nextInt(3) == 0) {
        text.append(", \"%s\": %s".formatted(objective.fieldName(), value(random)));
      }
    }
    text.append(random.nextInt(20) == 0 ? ", \"readyIn\": \"30s\"" : "");
    return text.append("}").toString();
  }

  private static String value(Random random) {
    int right = 11;
    return VALUES.get(
        random.nextInt(3) > 0 ? random.nextInt(right) : random.nextInt(VALUES.size()));
  }

  private static List<String> mistakes(String text) {
    try {
      Objectives.read("objectives.json", text.getBytes(UTF_8));
      return List.of();
    } catch (UnreadableDocumentException wrong) {
      return wrong.mistakes().stream().map(Object::toString).toList();
    }
  }

  private static ObjectNode whole() {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://sonde.dev/v1/" + FILE);
    schema.put("title", "What is wanted of a container's probes");
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    properties.putObject("apiVersion").put("const", ProbeSetDocument.API_VERSION);
    properties.putObject("kind").put("const", Objectives.KIND);
    for (Objective objective : Objective.values()) {
      properties.set(objective.fieldName(), objective.isTime() ? time() : starts());
    }
    schema.putArray("required").add("apiVersion").add("kind");
    return schema;
  }

  private static JsonNode time() {
    String number = "\\d{1,12}(\\.\\d{1,9})?";
    ObjectNode time = JSON.createObjectNode();
    time.put("description", Objective.READY_WITHIN.form() + "; a number alone counts seconds");
    time.putArray("anyOf")
        .add(
            JSON.createObjectNode()
                .put("type", "string")
                .put("pattern", "^(" + number + "|(" + number + "(ms|s|m|h|d))+)$"))
        .add(
            JSON.createObjectNode()
                .put("type", "number")
                .put("minimum", 0.001)
                .put("maximum", 86_400));
    return time;
  }

  private static JsonNode starts() {
    ObjectNode starts = JSON.createObjectNode();
    starts.put("description", Objective.STARTS_SURVIVED.form());
    starts
        .putArray("anyOf")
        .add(
            JSON.createObjectNode()
                .put("type", "string")
                .put("pattern", "^([1-9]\\d{0,4}|100000)$"))
        .add(
            JSON.createObjectNode()
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", 100_000));
    return starts;
  }
}
