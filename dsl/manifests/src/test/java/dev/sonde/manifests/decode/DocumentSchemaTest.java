package dev.sonde.manifests.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EnvironmentOverrides;
import dev.sonde.model.Exec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.ProbeSetDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of documents take what their readers take, and nothing else. */
class DocumentSchemaTest {

  private static final int DOCUMENTS_PER_SEED = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();

  /** The documents with a schema that the decoder reads. */
  enum Documented {
    PROBE_SET(
        ProbeSetDocument.KIND,
        "Sonde's probes of a container",
        ProbeSetReader.class,
        text -> ProbeSetReader.read("a.yaml", text),
        Set.of("hook-sleep-range", "port-name-duplicate")),
    OVERRIDES(
        EnvironmentOverrides.KIND,
        "What differs between environments",
        EnvironmentOverrides.class,
        text -> EnvironmentOverrides.read("a.yaml", text.getBytes(UTF_8)).apply("prod", declared()),
        Set.of(
            "environment-unknown",
            "override-container-unknown",
            "override-twice",
            "override-container-unclear",
            "port-range",
            "exec-command",
            "handler-missing",
            "one-handler"));

    private final String kind;
    private final String title;
    private final Class<?> reader;
    private final Consumer<String> read;
    private final Set<String> untold;

    /**
     * @param untold the rules whose violation no schema can see: they hold between parts of a
     *     document, or between a document and another
     */
    Documented(
        String kind, String title, Class<?> reader, Consumer<String> read, Set<String> untold) {
      this.kind = kind;
      this.title = title;
      this.reader = reader;
      this.read = read;
      this.untold = untold;
    }

    private String file() {
      return ProbeSetDocument.schemaFile(kind);
    }

    private Path page() {
      return Path.of("../../docs", file());
    }

    private JsonSchema schema() throws IOException {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JSON.readTree(page().toFile()));
    }

    private static List<ProbeSet> declared() {
      ProbeSet probes = ProbeSet.forContainer("orders");
      for (ProbeKind kind : ProbeKind.values()) {
        probes = probes.with(kind, Probe.of(Exec.of("true")));
      }
      return List.of(probes);
    }

    /** What is wrong, by its rules; nothing if the reader takes it. */
    private Set<String> mistakes(String text) {
      try {
        read.accept(text);
        return Set.of();
      } catch (UnreadableDocumentException wrong) {
        return wrong.mistakes().stream()
            .map(mistake -> mistake.finding().rule().id())
            .collect(Collectors.toCollection(TreeSet::new));
      }
    }
  }

  /** Rewrite them with {@code -Dsonde.golden.rewrite=true}. */
  @ParameterizedTest
  @EnumSource
  void isWhatTheTablesSay(Documented document) throws IOException {
    String whole =
        JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(DocumentSchema.of(document.kind, document.title))
            + "\n";
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(document.page(), whole);
    }
    assertThat(document.page()).content(UTF_8).isEqualTo(whole);
  }

  @ParameterizedTest
  @EnumSource
  void liesInTheJarAsInTheDocumentation(Documented document) throws IOException {
    assertThat(document.reader.getResourceAsStream(document.file()))
        .hasBinaryContent(Files.readAllBytes(document.page()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void takesTheProbeSetsThatTheReaderTakes(long seed) throws IOException {
    compare(Documented.PROBE_SET, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void takesTheOverridesThatTheReaderTakes(long seed) throws IOException {
    compare(Documented.OVERRIDES, seed);
  }

  private static void compare(Documented kind, long seed) throws IOException {
    Random random = new Random(seed);
    JsonSchema schema = kind.schema();
    int taken = 0;
    int refusedByBoth = 0;
    for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
      JsonNode document = new RandomDocument(random).of(kind.kind);
      String text = (i % 2 == 0 ? JSON : YAML).writeValueAsString(document);
      Set<String> mistakes = kind.mistakes(text);
      boolean fits = schema.validate(document).isEmpty();
      assertThat(mistakes.isEmpty() ? fits : !fits || kind.untold.containsAll(mistakes))
          .as(
              "seed %d, document %d, reader: %s, schema: %s, %s",
              seed, i, mistakes, schema.validate(document), text)
          .isTrue();
      taken += mistakes.isEmpty() ? 1 : 0;
      refusedByBoth += fits ? 0 : 1;
    }
    assertThat(taken).isBetween(DOCUMENTS_PER_SEED / 8, DOCUMENTS_PER_SEED * 4 / 5);
    assertThat(refusedByBoth).isBetween(DOCUMENTS_PER_SEED / 5, DOCUMENTS_PER_SEED * 4 / 5);
  }

  @Test
  void neitherTakesTheNameOfADocumentThatIsNotItsOwn() throws IOException {
    for (Documented kind : Documented.values()) {
      JsonNode other =
          JSON.createObjectNode().put("apiVersion", "sonde.dev/v1").put("kind", "Project");
      assertThat(kind.schema().validate(other)).isNotEmpty();
      assertThat(kind.mistakes(other.toString())).contains("document-version");
    }
  }
}
