package dev.sonde.kubelet.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ProbeSetDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/scenario.schema.json} takes what the reader takes, and nothing else. */
class ScenarioSchemaTest {

  private static final String FILE = ProbeSetDocument.schemaFile(ScenarioReader.KIND);
  private static final Path PAGE = Path.of("../../docs", FILE);
  private static final int DOCUMENTS_PER_SEED = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  /** What no schema can see: sums, comparisons of two values, other files, and the pod itself. */
  private static final Pattern UNTOLD =
      Pattern.compile(
          "is not a duration of 0 to 366 days|has a duration of 0|not after its from"
              + "|has no meanGap above 0|longest below its shortest|needs first above 0"
              + "|has both maxSurge and maxUnavailable 0|maxUnavailable above 100%"
              + "|has a progressDeadlineSeconds of|could be any of the containers"
              + "|is none of the containers|none of the pod's readinessGates"
              + "|probe that could notice this|\\[file-unreadable]|\\[hook-sleep-range]"
              + "|\\[port-name-duplicate]| of the pod| in pod|pod\\.spec");

  @TempDir private Path folder;

  /** Rewrite it with {@code -Dsonde.golden.rewrite=true}. */
  @Test
  void hasTheWordsAndLimitsOfTheSimulation() throws IOException {
    String whole =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ScenarioSchema.whole()) + "\n";
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(PAGE, whole);
    }
    assertThat(PAGE).content(UTF_8).isEqualTo(whole);
  }

  @Test
  void liesInTheJarAsInTheDocumentation() throws IOException {
    assertThat(ScenarioReader.class.getResourceAsStream(FILE))
        .hasBinaryContent(Files.readAllBytes(PAGE));
  }

  /** The reader lists what it asked for, when it sees a field that it did not ask for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | {%s, 'probes': 'a'}",
        "kubelet | {'kubelet': {%s}}",
        "backOff | {'kubelet': {'backOff': {%s}}}",
        "removal | {'delete': {%s}}",
        "removal | {'evict': {%s}}",
        "rollout | {'rollout': {%s}}",
        "next | {'rollout': {'to': {'probes': {}, %s}}}",
        "application | {'application': {%s}, 'probes': {}}",
        "application | {'applications': {'a': {%s}}, 'probes': {}}",
        "fault | {'application': {'faults': [{%s}]}, 'probes': {}}",
        "random | {'application': {'faults': [{'random': {%s}}]}, 'probes': {}}",
        "results | {'application': {'results': {%s}}, 'probes': {}}",
        "result | {'application': {'results': {'liveness': [{%s}]}}, 'probes': {}}",
        "condition | {'conditions': [{%s}], 'probes': {}}",
      })
  void hasTheFieldsThatTheReaderAsksFor(String definition, String form) throws IOException {
    String head = "{'apiVersion': 'sonde.dev/v1', 'kind': 'Scenario', ";
    String text = (head + form.formatted("'unheardOf': 1").substring(1)).replace('\'', '"');
    JsonNode written = JSON.readTree(PAGE.toFile());
    JsonNode object = definition.isEmpty() ? written : written.get("$defs").get(definition);
    TreeSet<String> fields = new TreeSet<>();
    object.get("properties").fieldNames().forEachRemaining(fields::add);

    List<String> known =
        mistakes(text).stream().filter(mistake -> mistake.contains("unheardOf")).toList();

    assertThat(known).hasSize(1);
    String list = known.get(0).substring(known.get(0).indexOf("Known: ") + "Known: ".length());
    assertThat(new TreeSet<>(Arrays.asList(list.replace(".", "").split(", ")))).isEqualTo(fields);
    assertThat(schema(written).validate(JSON.readTree(text))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void takesWhatTheReaderTakes(long seed) throws IOException {
    Files.writeString(
        folder.resolve("probes.yaml"),
        "apiVersion: sonde.dev/v1\nkind: ProbeSet\nlivenessProbe: {exec: {command: [a]}}\n");
    Random random = new Random(seed);
    JsonNode written = JSON.readTree(PAGE.toFile());
    JsonSchema schema = schema(written);
    int taken = 0;
    for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
      JsonNode document = new RandomInstance(written, random).document();
      String text = (i % 2 == 0 ? JSON : YAML).writeValueAsString(document);
      List<String> mistakes = mistakes(text);
      boolean fits = schema.validate(document).isEmpty();
      boolean untold = mistakes.stream().allMatch(mistake -> UNTOLD.matcher(mistake).find());
      assertThat(mistakes.isEmpty() ? fits : !fits || untold)
          .as(
              "seed %d, document %d, reader: %s, schema: %s, %s",
              seed, i, mistakes, schema.validate(document), text)
          .isTrue();
      taken += mistakes.isEmpty() ? 1 : 0;
    }
    assertThat(taken).isBetween(DOCUMENTS_PER_SEED / 8, DOCUMENTS_PER_SEED * 4 / 5);
  }

  private static JsonSchema schema(JsonNode written) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(written);
  }

  private List<String> mistakes(String text) {
    try {
      ScenarioReader.read("scenario.yaml", text.getBytes(UTF_8), folder);
      return List.of();
    } catch (UnreadableDocumentException wrong) {
      return wrong.mistakes().stream().map(Object::toString).toList();
    }
  }
}
