package dev.sonde.manifests.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sonde.manifests.lint.LintReport;
import dev.sonde.manifests.lint.LintRun;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rewrite the expected files with {@code -Dsonde.golden.rewrite=true}. */
class FindingOutputTest {

  private static final Path FOLDER = Path.of("src/test/resources/lint");

  @ParameterizedTest
  @CsvSource({"TEXT,orders.txt", "JSON,orders.json", "SARIF,orders.sarif"})
  void writesEachFormByteForByte(FindingFormat format, String expected) throws IOException {
    String written = write(format, orders(), false);
    Path file = FOLDER.resolve(expected);
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(file, written, UTF_8);
    }
    assertThat(written).isEqualTo(Files.readString(file, UTF_8));
  }

  @Test
  void writesSarifThatItsSchemaAccepts() throws IOException {
    assertThat(schema().validate(json(FindingFormat.SARIF, orders()))).isEmpty();
    assertThat(schema().validate(json(FindingFormat.SARIF, of("a.yaml", "")))).isEmpty();
    LintReport unreadable = ManifestLinter.create().start().add(Path.of("no/such file")).report();
    assertThat(schema().validate(json(FindingFormat.SARIF, unreadable))).isEmpty();
  }

  /** Where a rule is explained there is a heading of its name. */
  @Test
  void linksEachRuleInSarifWithAHeadingOfThePage() throws IOException {
    List<String> anchors =
        Files.readAllLines(Path.of("../../docs/rules.md")).stream()
            .filter(line -> line.startsWith("##"))
            .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    JsonNode rules = json(FindingFormat.SARIF, orders()).at("/runs/0/tool/driver/rules");
    assertThat(rules).isNotEmpty();
    for (JsonNode rule : rules) {
      String[] pageAndAnchor = rule.get("helpUri").asText().split("#");
      assertThat(pageAndAnchor[0]).isEqualTo("https://sonde.dev/rules");
      assertThat(anchors).contains(pageAndAnchor[1]);
    }
  }

  @Test
  void writesNothingWhereThereAreNoFindingsAndNobodyWantsMore() throws IOException {
    StringBuilder text = new StringBuilder();
    of("a.yaml", "").output().withClosing("").writeText(false, text);
    assertThat(text).isEmpty();
  }

  /** A log of a build may take a line that begins with {@code ::} for a command. */
  @ParameterizedTest
  @EnumSource(FindingFormat.class)
  void showsTheNameOfAFileOnOneLineWhateverItHolds(FindingFormat format, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("e\u001b[31m\u202e\n::error::x.yaml");
    Files.writeString(file, "kind: Deployment\nmetadata: {}\n");
    LintReport report = ManifestLinter.create().startIn(folder).add(folder).report();
    assertThat(write(format, report, false))
        .contains("object-kind")
        .doesNotContain("\u001b", "\u202e", "\n::");
    LintReport none =
        ManifestLinter.create().startIn(folder).add(folder.resolve("\u202e\u001b\n::")).report();
    assertThat(write(format, none, false))
        .contains("file-unreadable")
        .doesNotContain("\u001b", "\u202e", "\n::");
  }

  @Test
  void theSchemaWouldNotAcceptAnything() throws IOException {
    JsonNode wrong = new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}");
    assertThat(schema().validate(wrong)).isNotEmpty();
  }

  @Test
  void writesAnEmptyArrayWhereNothingIsFound() throws IOException {
    assertThat(write(FindingFormat.JSON, of("a.yaml", ""), false)).isEqualTo("[ ]\n");
  }

  @Test
  void saysSoWhereNothingIsFound() throws IOException {
    assertThat(write(FindingFormat.TEXT, of("a.yaml", "apiVersion: v1\nkind: ConfigMap\n"), false))
        .isEqualTo(
            "Nothing to complain about in 0 containers of 0 workloads (1 document, 1 file).\n");
  }

  @Test
  void coloursOnlyWhereItIsAsked() throws IOException {
    assertThat(write(FindingFormat.TEXT, orders(), true)).contains("\u001b[31merror:\u001b[0m");
    assertThat(write(FindingFormat.TEXT, orders(), false)).doesNotContain("\u001b");
  }

  @Test
  void doesNotLetAManifestSpeakToTheTerminal() throws IOException {
    String manifest = "apiVersion: v1\nkind: Pod\nspec: {foo: \"\u0085\", bar: \"\\e[31m\"}\n";
    String text = write(FindingFormat.TEXT, of("a.yaml", manifest), false);
    assertThat(text).doesNotContain("\u001b").doesNotContain("\u0085");
  }

  @ParameterizedTest
  @EnumSource(FindingFormat.class)
  void doesNotCopyCredentialsIntoALog(FindingFormat format) throws IOException {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
          - name: a
            livenessProbe:
              httpGet:
                port: 1
                httpHeaders: [{name: Authorization, value: Basic c2VjcmV0}]
        """;
    assertThat(write(format, of("a.yaml", pod), false))
        .contains("probe-credentials")
        .doesNotContain("c2VjcmV0");
  }

  @Test
  void putsTheCaretBelowTheCharacterAlsoBehindTabsAndWideOnes() throws IOException {
    String json = "{\"apiVersion\": \"v1\", \"kind\": \"Pod\",\n\t\t\"é\": 1}";
    assertThat(write(FindingFormat.TEXT, of("a.json", json), false))
        .contains("2 | \t\t\"é\": 1}\n  | \t\t^\n");
  }

  @ParameterizedTest
  @CsvSource({
    "k8s/a.yaml,k8s/a.yaml",
    "/tmp/a b.yaml,file:///tmp/a%20b.yaml",
    "ä#?.yaml,%C3%A4%23%3F.yaml",
    "..\\a.yaml,../a.yaml"
  })
  void namesFilesInSarifAsUris(String file, String uri) throws IOException {
    JsonNode sarif = json(FindingFormat.SARIF, of(file, "a: {{ x }}"));
    assertThat(
            sarif
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText())
        .isEqualTo(uri);
  }

  private static LintReport orders() throws IOException {
    byte[] content = Files.readAllBytes(FOLDER.resolve("orders.yaml"));
    return ManifestLinter.create()
        .start()
        .add(new ManifestText("k8s/orders.yaml", content))
        .add(ManifestText.of("k8s/values.yaml", "replicas: 3\n"))
        .report();
  }

  private static LintReport of(String file, String manifest) {
    LintRun run = ManifestLinter.create().start();
    return run.add(ManifestText.of(file, manifest)).report();
  }

  @Test
  void tellsThatTheStandardInputNeverEnds() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'a');
            return length;
          }
        };
    LintReport report = ManifestLinter.create().start().addStandardInput(endless).report();
    assertThat(report.isComplete()).isFalse();
    assertThat(report.output().closing())
        .startsWith("1 error, 0 warnings, 0 infos in 0 containers of 0 workloads");
    assertThat(report.findings())
        .singleElement()
        .asString()
        .contains("stdin", "[file-unreadable]", "more than the 64 MiB");
  }

  private static JsonNode json(FindingFormat format, LintReport report) throws IOException {
    return new ObjectMapper().readTree(write(format, report, false));
  }

  private static String write(FindingFormat format, LintReport report, boolean colour)
      throws IOException {
    StringBuilder text = new StringBuilder();
    if (colour) {
      report.output().writeText(true, text);
    } else {
      report.output().write(format, "1.2.3", text);
    }
    return text.toString();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        FindingOutputTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }
}
