package dev.sonde.manifests.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.framework.Framework;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/project.schema.json} takes what the reader takes, and nothing else. */
class ProjectSchemaTest {

  private static final Path PAGE = Path.of("../../docs/project.schema.json");
  private static final int DOCUMENTS_PER_SEED = 1_500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ProjectFile.class.getResourceAsStream("project.schema.json"));

  /** Rewrite it with {@code -Dsonde.golden.rewrite=true}. */
  @Test
  void namesAllRulesOfAdvice() throws IOException {
    JsonNode page = JSON.readTree(PAGE.toFile());
    ArrayNode ids = JSON.createArrayNode();
    RuleCatalogue.all().stream()
        .filter(rule -> rule.kind() == FindingKind.LINT)
        .map(Rule::id)
        .sorted()
        .distinct()
        .forEach(ids::add);
    ((ObjectNode) page.get("$defs").get("rule")).set("enum", ids);
    String whole = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page) + "\n";
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(PAGE, whole);
    }
    assertThat(PAGE).content(UTF_8).isEqualTo(whole);
  }

  @Test
  void liesInTheJarAsInTheDocumentation() {
    assertThat(ProjectFile.class.getResourceAsStream("project.schema.json"))
        .hasSameContentAs(page());
  }

  private static InputStream page() {
    try {
      return Files.newInputStream(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesWhatTheReaderTakes(long seed) throws IOException {
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < DOCUMENTS_PER_SEED; i++) {
      JsonNode document = new RandomProject(random).document();
      String text = JSON.writeValueAsString(document);
      boolean reads = reads(text);
      assertThat(schema.validate(document).isEmpty())
          .as("seed %d, document %d: %s", seed, i, text)
          .isEqualTo(reads);
      taken += reads ? 1 : 0;
    }
    assertThat(taken).isBetween(DOCUMENTS_PER_SEED / 5, DOCUMENTS_PER_SEED * 4 / 5);
  }

  private static boolean reads(String text) {
    try {
      new ProjectFileReader(Path.of(".sonde.yaml"), text.getBytes(UTF_8)).read();
      return true;
    } catch (UnreadableDocumentException wrong) {
      return false;
    }
  }

  /** A project file, most of whose values can be. */
  private record RandomProject(Random random) {

    private static final List<String> RULES =
        List.of("liveness-tcp", "readiness-missing", "liveness-equals-readiness");
    private static final List<String> NO_ADVICE =
        List.of("port-range", "drift-missing", "file-unreadable", "no-such-rule", "");
    private static final List<String> LEVELS = List.of("error", "warning", "info");
    private static final List<String> NO_LEVELS = List.of("Error", "off", "none", "");
    private static final List<String> PATTERNS =
        List.of("charts", "**/*-values.yaml", "a/?.json", "k8s/**", "ä b");
    private static final List<String> NO_PATTERNS = List.of("a[b]", "{a,b}", "a\\b", "", " ");
    private static final List<String> RELEASES =
        List.of("1.31", "1.32", "1.33", "1.34", "1.35", "1.36", "1.37");
    private static final List<String> NO_RELEASES =
        List.of("1.30", "1.38", "2.35", "v1.36", "1.36.2", "1.3", "newest", "");
    private static final List<String> TEXTS = List.of("prod", "a b", "../x.yaml", "1.36");
    private static final List<String> NO_TEXTS = List.of("", "  ", "\t");

    private static final List<String> FRAMEWORKS =
        Stream.concat(Arrays.stream(Framework.values()).map(Framework::word), Stream.of("none"))
            .toList();
    private static final List<String> NO_FRAMEWORKS = List.of("spring", "Spring-Boot", "NONE", "");
    private static final List<String> WORKLOADS = List.of("Deployment/orders", "orders", "/orders");
    private static final List<String> NO_WORKLOADS = List.of("Deployment/", "/", "", " ");

    JsonNode document() {
      ObjectNode document = JSON.createObjectNode();
      document.put("apiVersion", rarely() ? "sonde.dev/v2" : "sonde.dev/v1");
      document.put("kind", rarely() ? "ProbeSet" : "Project");
      maybe(document, "ignore", () -> map(() -> word(TEXTS, NO_TEXTS)));
      maybe(document, "severities", () -> map(() -> word(LEVELS, NO_LEVELS)));
      maybe(document, "include", () -> list(PATTERNS, NO_PATTERNS));
      maybe(document, "exclude", () -> list(PATTERNS, NO_PATTERNS));
      maybe(document, "kubernetes", () -> list(RELEASES, NO_RELEASES));
      maybe(document, "environment", () -> word(TEXTS, NO_TEXTS));
      maybe(document, "overrides", () -> word(TEXTS, NO_TEXTS));
      maybe(document, "framework", () -> word(FRAMEWORKS, NO_FRAMEWORKS));
      maybe(document, "workload", () -> word(WORKLOADS, NO_WORKLOADS));
      maybe(document, "container", () -> word(TEXTS, NO_TEXTS));
      if (rarely()) {
        document.put("excludes", "charts");
      }
      if (rarely()) {
        document.remove(random.nextBoolean() ? "apiVersion" : "kind");
      }
      return document;
    }

    private void maybe(ObjectNode document, String field, Supplier<JsonNode> value) {
      if (random.nextBoolean()) {
        document.set(field, rarely() ? otherType() : value.get());
      }
    }

    private JsonNode map(Supplier<JsonNode> value) {
      ObjectNode map = JSON.createObjectNode();
      for (int i = random.nextInt(3); i > 0; i--) {
        map.set(word(RULES, NO_ADVICE).asText(), rarely() ? otherType() : value.get());
      }
      return map;
    }

    private JsonNode list(List<String> good, List<String> bad) {
      ArrayNode list = JSON.createArrayNode();
      for (int i = random.nextInt(3); i > 0; i--) {
        list.add(rarely() ? otherType() : word(good, bad));
      }
      return list;
    }

    private JsonNode word(List<String> good, List<String> bad) {
      List<String> words = rarely() ? bad : good;
      return TextNode.valueOf(words.get(random.nextInt(words.size())));
    }

    private JsonNode otherType() {
      return switch (random.nextInt(6)) {
        case 0 -> JSON.getNodeFactory().nullNode();
        case 1 -> JSON.getNodeFactory().numberNode(1.36);
        case 2 -> JSON.getNodeFactory().booleanNode(true);
        case 3 -> JSON.createArrayNode().add("a");
        case 4 -> JSON.createObjectNode().put("a", "b");
        default -> TextNode.valueOf("a[");
      };
    }

    private boolean rarely() {
      return random.nextInt(16) == 0;
    }
  }
}
