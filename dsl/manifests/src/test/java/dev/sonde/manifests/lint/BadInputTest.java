package dev.sonde.manifests.lint;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.FileFilter;
import dev.sonde.manifests.output.PlacedFinding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: a clear finding, and the other documents and files are judged. */
class BadInputTest {

  private static final String SOUND =
      "apiVersion: batch/v1\nkind: Job\nspec: {template: {spec: {containers: [{foo: 1}]}}}\n";

  private final ManifestLinter linter = ManifestLinter.create();

  @Test
  void namesATemplateAndJudgesTheOtherDocuments() {
    assertThat(ids("---\nkind: {{ .Values.kind }}\n---\n" + SOUND))
        .containsExactly("yaml-template", "unknown-field");
    assertThat(ids("{{- if .Values.on }}\n" + SOUND + "{{- end }}\n"))
        .containsExactly("yaml-template");
  }

  @Test
  void refusesAliasesThatBlowUp() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(alias, alias, alias))));
    }
    assertThat(ids(bomb + "---\n" + SOUND)).containsExactly("yaml-size", "unknown-field");
  }

  /** Go draws the line where aliases stand for more than 99 % of all nodes. */
  @ParameterizedTest
  @CsvSource({"90,true", "105,true", "108,false", "300,false"})
  void judgesAliasesThatStayBelowTheBound(int aliases, boolean read) {
    StringBuilder large = new StringBuilder("apiVersion: v1\nkind: Pod\nspec:\n  containers:\n");
    large.append("  - &c {name: a, env: [");
    large.append("{name: A, value: b}, ".repeat(300)).append("]}\n");
    large.append("  - *c\n".repeat(aliases));
    assertThat(ids(large.toString())).contains(read ? "readiness-missing" : "yaml-size");
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThat(ids("a: " + "[".repeat(10_000) + "\n---\n" + SOUND))
        .containsExactly("yaml-size", "unknown-field");
    assertThat(ids("{\"a\":".repeat(100_000))).containsExactly("yaml-size");
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    LintReport report =
        linter
            .start()
            .add(new ManifestText("logo.yaml", bytes))
            .add(ManifestText.of("pod.yaml", SOUND))
            .report();
    assertThat(report.findings())
        .extracting(found -> found.file() + " " + found.finding().ruleId())
        .startsWith("logo.yaml yaml-encoding", "pod.yaml unknown-field");
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void tellsOfZeroBytes() {
    assertThat(ids("apiVersion: v1\u0000\n---\n" + SOUND))
        .containsExactly("yaml-syntax", "unknown-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c",
        "a\n\tb: c",
        "\"",
        "'",
        "a: &a *a",
        "*x",
        "%",
        "@",
        "- a\nb: c",
        "? ? ?",
        "!!x y: z",
        "{a: b",
        "[a",
        "a: |x",
        "\u0085",
        "&",
        "{,}",
        "a: !<",
        "%YAML 9.9\n---\na: b",
        "!!binary x",
        "<<: *",
        "{? : }",
        "apiVersion: v1\nkind: Pod\nspec: *x",
        "apiVersion: &a v1\nkind: *a",
        "apiVersion: v1\nkind: Pod\nspec: {containers: [[[[]]]]}",
        "apiVersion: v1\nkind: Pod\nspec: {containers: {a: b}, initContainers: 5}",
        "apiVersion: [v1]\nkind: {a: b}",
        "kind: List\napiVersion: v1\nitems: {a: b}",
        "kind: List\napiVersion: v1\nitems: [1, [], {}, null]",
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"",
        "apiVersion: v1\nkind: Pod\nspec: {containers: [{livenessProbe: []}, 1, null]}"
      })
  void neverThrows(String text) {
    linter.lint("x.yaml", text);
    linter.lint("x.yaml", SOUND + "---\n" + text + "\n---\n" + SOUND);
  }

  @Test
  @Timeout(60)
  void neverThrowsAtMutilatedManifests() {
    Random random = new Random(5);
    String manifest =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec: &s
              containers:
              - {name: a, "livenessProbe": {httpGet: {path: '/x', port: 80}}}   # sonde:ignore x
              - name: b
                startupProbe:
                  exec:
                    command: [a, |b
        """;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(manifest);
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "{}[]:-&*!|>'\"#%@`\t\n ".charAt(random.nextInt(20)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
        }
      }
      linter.lint("x.yaml", text.toString());
    }
  }

  @Test
  @Timeout(60)
  void readsLargeFiles() {
    String fiveMegabytes =
        SOUND.replace("foo: 1", "args: [" + "\"some argument or other\", ".repeat(220_000) + "]");
    assertThat(fiveMegabytes.length()).isGreaterThan(5_000_000);
    assertThat(linter.lint("x.yaml", fiveMegabytes).workloads()).isEqualTo(1);

    LintReport report = linter.lint("x.yaml", (SOUND + "---\n").repeat(10_000));
    assertThat(report.workloads()).isEqualTo(10_000);
    assertThat(report.findings().get(report.findings().size() - 1).document()).isEqualTo(10_000);
  }

  @Test
  @Timeout(60)
  void boundsTheWorkOnGarbage() {
    StringBuilder garbage = new StringBuilder("apiVersion: v1\nkind: Pod\nspec:\n");
    for (int i = 0; i < 50_000; i++) {
      garbage.append("  field").append(i).append(": 1\n");
    }
    LintReport report = linter.lint("x.yaml", garbage.toString());
    assertThat(report.findings()).hasSizeBetween(100, 1_100);
  }

  @Test
  void showsOnlyAPartOfAVeryLongLine() {
    String json =
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"annotations\": {\"a\": \""
            + "x".repeat(100_000)
            + "\"}}, \"foo\": 1, \"spec\": {\"a\": \""
            + "y".repeat(100_000)
            + "\"}}";
    List<PlacedFinding> findings = linter.lint("x.json", json).findings();
    assertThat(findings.get(0).finding().fieldPath()).hasToString("foo");
    assertThat(findings.get(0).place().excerpt().text())
        .hasSizeLessThan(200)
        .startsWith("…")
        .endsWith("…");
    assertThat(
            findings
                .get(0)
                .place()
                .excerpt()
                .text()
                .substring(findings.get(0).place().excerpt().caret()))
        .startsWith("\"foo\"");
  }

  @Test
  void readsAFolderInOrderAndLeavesOutWhatIsHiddenOrElse(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.yml"), SOUND);
    Files.writeString(folder.resolve("a.json"), "{\"spec\": {\"containers\": []}}");
    Files.writeString(folder.resolve("package.json"), "{\"name\": \"a\"}");
    Files.writeString(folder.resolve("note.txt"), "no: yaml: here");
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/c.yaml"), SOUND);
    Files.createDirectories(folder.resolve("deep/er"));
    Files.writeString(folder.resolve("deep/er/d.yaml"), SOUND);
    Files.createDirectory(folder.resolve("folder.yaml"));

    LintReport report = linter.start().add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.file().substring(folder.toString().length()))
        .containsExactly("/a.json", "/b.yml", "/deep/er/d.yaml");
    assertThat(report.files()).isEqualTo(4);
    assertThat(report.passedOver()).isEqualTo(1);
  }

  /** What a tree holds besides manifests is counted; hundreds of templates are one finding. */
  @Test
  void countsWhatAFolderHoldsBesidesManifests(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "a: {{ .Values.a }}\n");
    Files.writeString(folder.resolve("b.yaml"), "b: {{ .Values.b }}\n---\n" + SOUND);
    Files.writeString(folder.resolve("c.yaml"), "{% if x %}\nb: 1\n{% endif %}\n");
    Files.writeString(folder.resolve("docker-compose.yml"), "services: {web: {image: nginx}}\n");
    Files.writeString(folder.resolve("kustomization.yaml"), "resources: [b.yaml]\n");
    Files.writeString(folder.resolve("values.yaml"), "kind: Deployment\nreplicas: 1\n");
    Files.writeString(folder.resolve("tasks.yml"), "- name: install\n  shell: ls\n");

    LintReport report =
        linter.start().only(new FileFilter(List.of(), List.of("kustom*"))).add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.finding().ruleId() + " " + found.finding().severity())
        .containsExactly("unknown-field ERROR", "yaml-template WARNING");
    assertThat(report.findings().get(1).text())
        .endsWith(
            "a.yaml:1:4: warning: [yaml-template] \"{{ .Values.a }}\" is a template, not YAML. So"
                + " are documents in 2 more files; none of them was judged. Render it first, as"
                + " with \"helm template\", or leave the file out.");
    assertThat(report.summary())
        .isEqualTo(
            "1 error, 1 warning, 0 infos in 1 container of 1 workload (7 documents, 6 files; 3"
                + " documents not of Kubernetes).");
    assertThat(
            linter
                .start()
                .add(folder.resolve("a.yaml"))
                .add(folder.resolve("c.yaml"))
                .report()
                .findings())
        .as("each file that is named has its own finding")
        .hasSize(2);
  }

  @Test
  void namesFilesFromAFolder(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(Files.createDirectories(folder.resolve("k8s")).resolve("a.yaml"), SOUND);
    LintReport report = linter.startIn(folder).add(file).add(Path.of("none.yaml")).report();
    assertThat(report.findings())
        .extracting(PlacedFinding::file)
        .containsExactly("k8s/a.yaml", "none.yaml");
  }

  @Test
  void tellsOfFilesThatCannotBeReadAndJudgesTheOthers(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.yaml"), SOUND);
    Files.writeString(folder.resolve("sound.yaml"), SOUND);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "root reads everything");

    LintReport report = linter.start().add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.finding().ruleId())
        .containsExactly("file-unreadable", "unknown-field");
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void tellsOfAMissingFileAndOfAnEmptyFolder(@TempDir Path folder) {
    LintReport report = linter.start().add(folder.resolve("none.yaml")).add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.finding().message())
        .containsExactly(
            "there is no such file.", "there is no file in it that ends in .yaml, .yml or .json.");
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void refusesAFileOfManyMegabytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("huge.yaml");
    byte[] comment = "# nothing\n".repeat(100_000).getBytes(UTF_8);
    try (var out = Files.newOutputStream(file)) {
      for (long size = 0; size <= BoundedBytes.MOST; size += comment.length) {
        out.write(comment);
      }
    }
    assertThat(linter.start().add(file).report().findings())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.finding().message())
                    .isEqualTo(
                        "it cannot be read: it has more than the 64 MiB that are read; split it, or"
                            + " leave it out."));
  }

  @Test
  @Timeout(20)
  void refusesADeviceAndAPipeAndPassesOverThePipeInAFolder(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Files.writeString(folder.resolve("sound.yaml"), SOUND);
    LintReport report = linter.start().add(pipe).add(Path.of("/dev/zero")).add(folder).report();
    assertThat(report.findings())
        .extracting(found -> found.finding().ruleId())
        .containsExactly("file-unreadable", "file-unreadable", "unknown-field");
    assertThat(report.isComplete()).isFalse();
  }

  @Test
  void saysOnceThatNothingCanBuildTheOverlaysOfAFolder(@TempDir Path folder) throws IOException {
    for (String name : List.of("a", "b", "c")) {
      Files.createDirectory(folder.resolve(name));
      Files.writeString(folder.resolve(name + "/kustomization.yaml"), "resources: [x.yaml]\n");
      Files.writeString(folder.resolve(name + "/x.yaml"), SOUND.replace("foo: 1", "image: i"));
    }
    assertThat(linter.start().add(folder).report().findings())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.text())
                    .contains(
                        "a/kustomization.yaml:1:1: warning: [overlay-unseen] what kustomize builds"
                            + " from this, and from 2 more, was not seen: neither"));
  }

  @Test
  void takesValuesWithAKeyKindForNoManifest() {
    assertThat(ids("kind: Deployment\nreplicaCount: 1\nimage: {tag: x}\n")).isEmpty();
    assertThat(ids("kind: Deployment\nmetadata: {name: x}\n")).containsExactly("object-kind");
    assertThat(ids("kind: Deployment\nspec: {replicas: 1}\n")).containsExactly("object-kind");
  }

  static Stream<Arguments> oddCharacters() {
    return Stream.of(
        arguments(
            "port: \u201E8080\u201D", "Column 9", "double low-9 quotation mark (U+201E)", "quote"),
        arguments("\u00A0port: 8080", "Column 3", "no-break space (U+00A0)", "plain space"),
        arguments("po\u200Brt: 8080", "Column 5", "zero width space (U+200B)", "Remove it."),
        arguments("port: \"80\u200B80\"", "Column 12", "zero width space (U+200B)", "Remove it."),
        arguments("\"port\u00A0\": 8080", "Column 8", "no-break space (U+00A0)", "plain space"),
        arguments("'po\uFEFFrt': 8080", "Column 6", "(U+FEFF)", "Remove it."),
        arguments("port: 'http\u2019'", "Column 14", "(U+2019)", "plain quote"),
        arguments("p\u043Ert: 8080", "Column 4", "a cyrillic small letter o (U+043E)", "plain one"),
        arguments(
            "port: \uFF18\uFF10", "Column 9", "a fullwidth digit eight (U+FF18)", "plain one"),
        arguments("\u3000port: 8080", "Column 3", "an ideographic space (U+3000)", "plain space"),
        arguments("port: \u2013 8080", "Column 9", "an en dash (U+2013)", "plain hyphen"),
        arguments("port: ht\u00ADtp", "Column 11", "soft hyphen (U+00AD)", "Remove it."));
  }

  @ParameterizedTest
  @MethodSource("oddCharacters")
  void namesACharacterThatCannotBeSeen(String field, String column, String name, String remedy) {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        spec: {containers: [{name: a, livenessProbe: {tcpSocket: {
          %s
        }}}]}
        """;
    assertThat(linter.lint("x.yaml", manifest.formatted(field)).findings())
        .anySatisfy(
            found -> {
              assertThat(found.finding().message()).contains(column + " of this line", name);
              assertThat(found.finding().remedy()).contains(remedy);
            });
  }

  @Test
  void saysNothingOfSuchCharactersInQuotesAndComments() {
    assertThat(
            linter
                .lint("x.yaml", SOUND.replace("foo: 1", "foo: \"\u201Ca\u201D\"") + "# \u00A0\n")
                .findings())
        .extracting(found -> found.finding().message())
        .noneMatch(message -> message.contains("U+"));
  }

  @Test
  void readsOtherEncodings() {
    String text = SOUND + "# Café\n";
    for (Charset charset : List.of(UTF_8, UTF_16, UTF_16LE, UTF_16BE)) {
      String mark = charset.equals(UTF_16LE) || charset.equals(UTF_16BE) ? "\uFEFF" : "";
      ManifestText file = new ManifestText("x.yaml", (mark + text).getBytes(charset));
      assertThat(linter.start().add(file).report().findings())
          .as(charset.name())
          .extracting(found -> found.finding().ruleId())
          .containsExactly("unknown-field");
    }
  }

  private List<String> ids(String text) {
    return linter.lint("x.yaml", text).findings().stream()
        .map(found -> found.finding().ruleId())
        .toList();
  }
}
