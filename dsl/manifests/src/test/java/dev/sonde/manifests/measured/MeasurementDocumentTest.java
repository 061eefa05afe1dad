package dev.sonde.manifests.measured;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.measured.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document {@code sonde-measured.yaml}: reader, writer and JSON Schema agree. */
class MeasurementDocumentTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final int DOCUMENTS_PER_SEED = 400;

  private static final String SMALL =
      """
      apiVersion: sonde.dev/v1
      kind: Measurement
      series:
        - container: orders
          limits: {cpu: 500m, by: cgroup-v1}
          machine: {processors: 2, system: Linux}
          askEvery: 200ms
          runs: {complete: 1, killed: 0, exited: 0, unsuccessful: 0, disturbed: 0}
          probes: {startupProbe: {firstSuccess: {3105ms: 1}}}
          seal: "0000000000000000"
      """;

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(MeasurementReader.class.getResourceAsStream("measurement.schema.json"));

  @Test
  void theSchemaLiesInTheJarAsInTheDocumentation() {
    assertThat(MeasurementReader.class.getResourceAsStream("measurement.schema.json"))
        .hasBinaryContent(bytesOf(Path.of("../../docs/measurement.schema.json")));
  }

  @Test
  void theExampleOfThePageIsAsItWouldBeWritten() throws IOException {
    String page = Files.readString(Path.of("../../docs/measure.md"));
    int start = page.indexOf("# Written by sonde measure");
    String example = page.substring(start, page.indexOf("```", start));
    Measurement read = MeasurementReader.read("measure.md", example.getBytes(UTF_8));
    assertThat(MeasurementWriter.write(read)).isEqualTo(example);
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsWrittenIsReadAgainAndFitsTheSchema(long seed) throws IOException {
    RandomMeasurement random = new RandomMeasurement(new Random(seed));
    for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
      Measurement measurement = random.next();
      String text = MeasurementWriter.write(measurement);
      Measurement again = MeasurementReader.read("m.yaml", text.getBytes(UTF_8));
      assertThat(again).as("seed %d, document %d", seed, i).isEqualTo(measurement);
      assertThat(MeasurementWriter.write(again)).isEqualTo(text);
      assertThat(schema.validate(YAML.readTree(text))).as(text).isEmpty();
    }
  }

  /** Seals apart: no schema can tell whether one is right. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSchemaTakesWhatTheReaderTakesAndNothingElse(long seed) throws IOException {
    Random random = new Random(seed);
    RandomMeasurement measurements = new RandomMeasurement(random);
    int refused = 0;
    for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
      Measurement one = Measurement.NONE.with(measurements.series());
      JsonNode document = YAML.readTree(MeasurementWriter.write(one));
      spoil(document, random);
      String text = JSON.writeValueAsString(document);
      boolean reads = reads(text);
      assertThat(schema.validate(document).isEmpty())
          .as("seed %d, document %d: %s", seed, i, text)
          .isEqualTo(reads);
      refused += reads ? 0 : 1;
    }
    assertThat(refused).isBetween(DOCUMENTS_PER_SEED / 5, DOCUMENTS_PER_SEED * 19 / 20);
  }

  private static boolean reads(String text) {
    try {
      MeasurementReader.read("m.json", text.getBytes(UTF_8));
      return true;
    } catch (UnreadableDocumentException wrong) {
      return wrong.mistakes().stream()
          .allMatch(mistake -> mistake.finding().fieldPath().toString().endsWith(".seal"));
    }
  }

  /** Changes one field somewhere; the seal and the number of disturbed runs stay. */
  private static void spoil(JsonNode document, Random random) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(document, objects);
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.removeAll(List.of("seal", "disturbed", "complete"));
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name + "x", object.remove(name));
      case 2 -> object.put(name, -1);
      case 3 -> object.put(name, " ");
      case 4 -> object.putNull(name);
      default -> object.put(name, "7m");
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
      object.forEach(child -> collect(child, objects));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> collect(child, objects));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500m        | '''0.5'''      | 5:19: [measurement-value] \"0.5\" is no whole number with"
            + " the unit m.",
        "500m        | 500      | 5:19: [wrong-type]",
        "cgroup-v1   | cgroup   | 5:29: [measurement-value] \"cgroup\" is not known.",
        "3105ms: 1   | 3105: 1  | 9:44: [measurement-value] \"3105\" is no whole number with the"
            + " unit ms.",
        "3105ms: 1   | 3105ms: 0 | [measurement-value] 0 is outside 1 to 1000000000.",
        "processors: 2 | processors: 0 | [measurement-value] 0 is outside 1 to 1000000000.",
        "complete: 1 | completed: 1 | 8:12: [unknown-field]",
        "disturbed: 0 | disturbed: 9 | more runs were disturbed than there were.",
        "container: orders | workload: {name: a} | 4:5: [field-missing] there is no container in"
            + " series[0].",
        "container: orders | container: | 4:5: [measurement-value] container says nothing.",
        "system: Linux | system: Linux, java: ' ' | java is blank.",
        "askEvery: 200ms | {DATE} | 7:11: [measurement-value] \"x\" is no day such as 2026-01-31.",
        "seal: | seal: | 10:11: [measurement-value] the numbers"
            + " of container orders are not the ones that were measured: they were changed by hand."
      })
  void mistakesAreToldWithTheirPlaces(String there, String instead, String told) {
    String with = instead.replace("{DATE}", "date: x\n    askEvery: 200ms");
    String text = SMALL.replace(there, with);
    assertThatThrownBy(() -> MeasurementReader.read("m.yaml", text.getBytes(UTF_8)))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining(told);
  }
}
