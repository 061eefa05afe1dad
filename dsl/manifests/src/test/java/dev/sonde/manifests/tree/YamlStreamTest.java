package dev.sonde.manifests.tree;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.YamlFindings;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlStreamTest {

  @Test
  void knowsWhereEachPartStands() {
    String text = "a:\n  - &x !!str b # c\n  - *x\n  -\n  - {k: 1, l: [1, \"2\"] }\n# end\n";
    MappingNode root = (MappingNode) onlyDocument(text).root();
    SequenceNode list = (SequenceNode) root.get("a").orElseThrow();

    assertThat(slice(text, root)).isEqualTo(text.substring(0, text.indexOf("\n# end")));
    assertThat(list.items().stream().map(item -> slice(text, item)))
        .containsExactly("&x !!str b", "*x", "", "{k: 1, l: [1, \"2\"] }");
    assertThat(list.items().get(0).anchor()).hasValue("x");
    assertThat(list.items().get(0).tag()).hasValue("tag:yaml.org,2002:str");
    assertThat(list.items().get(1).resolved()).isSameAs(list.items().get(0));
    assertThat(text.charAt(list.items().get(2).start() - 1)).isEqualTo('-');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'a: |\\n  x\\n\\n\\n# c\\nb: 1'; '|\\n  x'",
        "'a: |\\n  x\\n\\n\\nb: 1'; '|\\n  x'",
        "'a: |+\\n  x\\n\\n\\nb: 1'; '|+\\n  x\\n\\n\\n'",
        "'a: &k >2+\\n    x\\n\\nb: 1'; '&k >2+\\n    x\\n\\n'",
        "'a: |2-\\n    x\\n\\nb: 1'; '|2-\\n    x'",
        "'a: |\\nb: 1'; '|'",
        "'a: >-\\n  x\\n  y'; '>-\\n  x\\n  y'",
      })
  void endsBlockScalarsWithTheirContent(String text, String block) {
    String unescaped = text.replace("\\n", "\n");
    MappingNode root = (MappingNode) onlyDocument(unescaped).root();
    assertThat(slice(unescaped, root.entry("a").orElseThrow().value()))
        .isEqualTo(block.replace("\\n", "\n"));
  }

  @Test
  void countsCharsAndNotCodePoints() {
    String text = "\uD83D\uDE80: \uD83D\uDE80x # \uD83D\uDE80\n---\n\uD83D\uDE80\uD83D\uDE80: end";
    YamlStream stream = YamlStream.parse(SourceText.of(text));
    MappingNode first = (MappingNode) stream.documents().get(0).root();
    MappingNode second = (MappingNode) stream.documents().get(1).root();

    assertThat(slice(text, first.entries().get(0).value())).isEqualTo("\uD83D\uDE80x");
    assertThat(slice(text, second.entries().get(0).value())).isEqualTo("end");
    assertThat(stream.source().position(second.entries().get(0).value().start()))
        .isEqualTo(new TextPosition(3, 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\r\nb\rc"})
  void countsLinesHoweverTheyEnd(String text) {
    SourceText source = SourceText.of(text);
    assertThat(source.position(0)).isEqualTo(TextPosition.START);
    assertThat(source.position(text.indexOf('b'))).isEqualTo(new TextPosition(2, 1));
    assertThat(source.position(text.length())).isEqualTo(new TextPosition(3, 2));
  }

  @Test
  void followsAliasesAndMergeKeys() {
    MappingNode root =
        (MappingNode)
            onlyDocument(
                    """
                    base: &base {port: 1, path: /a}
                    more: &more {path: /b, host: h}
                    one: {<<: *base, path: /own}
                    two:
                      <<: [*more, *base]
                    """)
                .root();
    assertThat(text(root, "one", "port")).isEqualTo("1");
    assertThat(text(root, "one", "path")).isEqualTo("/own");
    assertThat(text(root, "two", "path")).isEqualTo("/b");
    assertThat(text(root, "two", "port")).isEqualTo("1");
  }

  @Test
  void readsEmptyDocumentsAndNone() {
    assertThat(parse("").documents()).isEmpty();
    assertThat(parse("# only a comment\n").documents()).isEmpty();
    assertThat(parse("---\n---\na: 1\n...\n").documents())
        .hasSize(2)
        .first()
        .satisfies(document -> assertThat(((ScalarNode) document.root()).text()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void keepsTheByteOrderMark(String charset) {
    byte[] bytes = ("\uFEFFa: \u00fc\uD83D\uDE80\r\n").getBytes(Charset.forName(charset));
    YamlStream stream = YamlStream.parse(bytes);

    assertThat(stream.problems()).isEmpty();
    assertThat(stream.source().text()).isEqualTo("a: \u00fc\uD83D\uDE80\r\n");
    assertThat(stream.source().charset()).isIn(UTF_8, UTF_16LE, UTF_16BE);
    assertThat(stream.source().encode(stream.source().text())).isEqualTo(bytes);
  }

  @Test
  void tellsWhereBytesAreNotText() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("a: 1\nb: ".getBytes(UTF_8));
    bytes.write(0xE9);
    bytes.writeBytes("\n".getBytes(UTF_8));
    YamlStream stream = YamlStream.parse(bytes.toByteArray());

    assertThat(stream.documents()).isEmpty();
    assertThat(stream.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.ENCODING);
              assertThat(problem.position()).isEqualTo(new TextPosition(2, 4));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "yaml-syntax | 2:4 | a: 1\\n  b: 2",
        "yaml-syntax | 1:5 | a: b: c",
        "yaml-tab | 2:1 | a:\\n\\tb: 1",
        "yaml-tab | 1:1 | \\ta: 1",
        "yaml-syntax | 1:4 | a: 'x\\nb: 1",
        "yaml-syntax | 1:4 | a: @x",
        "yaml-syntax | 1:6 | a: \"\\q\"",
        "yaml-syntax | 1:9 | a: \"C:\\Users\"",
        "yaml-syntax | 2:2 | a: [1, 2\\nb: 1",
        "yaml-syntax | 3:1 | a: 1\\n b\\n- c",
        "yaml-syntax | 2:1 | - a\\nb: 1",
        "yaml-syntax | 2:1 | a: 1\\nkey\\nb: 1",
        "yaml-syntax | 1:8 | a: \"x\" y",
        "yaml-syntax | 1:4 | a: \u0000x",
        "yaml-syntax | 2:1 | {a: 1}\\n{b: 1}",
        "yaml-syntax | 2:1 | a: 1\\n<<<<<<< HEAD\\nb: 1\\n=======\\nb: 2\\n>>>>>>> main",
        "yaml-syntax | 1:1 | <<<<<<< HEAD\\na: 1\\n=======\\na: 2\\n>>>>>>> main",
        "yaml-syntax | 2:1 | a:\\n<<<<<<< HEAD\\n  b: 1\\n=======\\n  b: 2\\n>>>>>>> main",
        "yaml-syntax | 3:1 | a: 1\\n---\\n\uFEFFb: 1",
        "yaml-tab | 2:3 | a:\\n  \\t b: 1",
        "yaml-tab | 2:2 | - a: 1\\n \\t b: {}",
        "yaml-syntax | 1:1 | %YAML 2.0\\n---\\na",
        "yaml-template | 1:4 | a: {{ .x }}",
        "yaml-template | 1:4 | a: {{ .x }}-y",
        "yaml-template | 1:6 | a: x-{{ .x }}\\n  b: 1",
        "yaml-template | 1:1 | {{ if x }}\\na: 1",
        "yaml-template | 1:1 | {{- define \"x\" -}}\\na: 1\\n{{- end }}",
        "yaml-template | 2:1 | a: 1\\n{{- if .x }}\\nb: 1\\n{{- end }}",
        "yaml-template | 2:1 | a: 1\\n{{/* about\\nthis */}}\\nb: 1",
        "yaml-template | 2:3 | a:\\n  {{- toYaml . | nindent 2 }}",
        "yaml-template | 2:1 | a:\\n{% for x in y %}\\n- b\\n{% endfor %}",
        "duplicate-field | 2:1 | a: 1\\na: 2",
        "duplicate-field | 1:8 | {a: 1, \"a\": 2}",
        "yaml-alias | 1:4 | a: *u",
        "yaml-alias | 1:8 | a: &u [*u]",
      })
  void tellsWhatIsWrongAndWhere(String id, String position, String text) {
    String unescaped = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\0");
    assertThat(parse(unescaped).problems())
        .first()
        .satisfies(
            problem -> {
              assertThat(YamlFindings.of(problem).ruleId()).isEqualTo(id);
              assertThat(problem.position()).hasToString(position);
              assertThat(problem.message()).endsWith(".");
              assertThat(problem.remedy()).endsWith(".");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: \"C:\\Users\" | Double the backslash, or put the text in single quotes.",
        "a: \"C:\\dir\" | Double the backslash, or put the text in single quotes.",
        "{a: 1}\\n{b: 1} | Put a line \"---\" between two documents, or remove what follows.",
        "a: 1\\n<<<<<<< HEAD\\nb: 1 | Decide for one of them, and remove the marks.",
        "a: 1\\n---\\n\uFEFFb: 1 | Remove it.",
        "a:\\n  b: 1\\n  \\tc: 1 | Replace it with spaces.",
      })
  void tellsHowToMendIt(String text, String remedy) {
    String unescaped = text.replace("\\n", "\n").replace("\\t", "\t");
    assertThat(parse(unescaped).problems()).first().extracting("remedy").isEqualTo(remedy);
  }

  @Test
  void takesAByteOrderMarkInsideALineForText() {
    assertThat(parse("a: \"x\uFEFFy\" # \uFEFF\n").problems()).isEmpty();
  }

  @Test
  void findsDuplicatesAmongManyKeys() {
    StringBuilder text = new StringBuilder("k0: 0\n");
    for (int i = 0; i < 100; i++) {
      text.append("k").append(i).append(": 0\n");
    }
    assertThat(parse(text.toString()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("\"k0\"", "line 1"));
  }

  @Test
  void readsTheDocumentsAroundABrokenOne() {
    YamlStream stream =
        parse(
            "a: 1\n---\nb: {{ .x }}\n--- # third\nc: '\n---\n\uD83D\uDE80: 4\n---\ne: \u0001\n---\nf: 6\n");
    assertThat(stream.documents().stream().map(document -> slice(stream, document.root())))
        .containsExactly("a: 1", "\uD83D\uDE80: 4", "f: 6");
    assertThat(stream.problems().stream().map(problem -> problem.position().line()))
        .containsExactly(3, 5, 9);
  }

  @Test
  void readsJsonDocumentsThatFollowEachOther() {
    YamlStream stream =
        parse("{\"a\": \"\uD83D\uDE80\"}\n{ \"b\": 2}{\"c\": \"\\n---\\n\"}\n\n{}\n---\nd: 4\n");
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents().stream().map(document -> slice(stream, document.root())))
        .containsExactly(
            "{\"a\": \"\uD83D\uDE80\"}", "{ \"b\": 2}", "{\"c\": \"\\n---\\n\"}", "{}", "d: 4");
  }

  @Test
  void readsJsonBehindATab() {
    YamlStream stream = parse("\n\t{\n\t\t\"a\":\t1\n\t}\t\n");
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents().stream().map(document -> slice(stream, document.root())))
        .containsExactly("{\n\t\t\"a\":\t1\n\t}");
  }

  /** kubectl tells JSON from YAML by the text's first character, and goes over to YAML for good. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1}~{b: 2}                             | 1",
        "{\"a\": 1}~{b: 2}                         | 1",
        "---~{\"a\": 1}~{\"b\": 2}                 | 1",
        "{\"a\": 1}~---~{\"b\": 2}~{\"c\": 3}      | 1",
        "{\"a\": 1},~{\"b\": 2}                    | 1",
        "{\"a\": 1}~[2]                           | 1",
        "[1]~{\"b\": 2}                           | 1",
        "{\"a\": 1}~{\"b\": 2}~{\"c\": 3          | 1",
      })
  void takesNothingElseForAStreamOfJson(String text, int problems) {
    assertThat(parse(text.replace('~', '\n')).problems()).hasSize(problems);
  }

  @Test
  void takesTemplatesInQuotesCommentsAndBlocksForText() {
    assertThat(parse("# {{ a }}\nb: \"{{ c }}\"\nd: |\n  {{ e }}\nf: x {{ y }}\n").problems())
        .isEmpty();
    assertThat(parse("b: \"{{ c }}\"\nd: |\n  {{ e }}\nf: ''g\n").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.SYNTAX));
  }

  @Test
  void refusesDocumentsNestedTooDeep() {
    assertThat(
            parse("[".repeat(TreeBuilder.MAX_DEPTH) + "]".repeat(TreeBuilder.MAX_DEPTH)).problems())
        .isEmpty();
    assertThat(parse("[".repeat(100_000)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.SIZE));
  }

  @Test
  void refusesAliasesThatExplode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String list = String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)));
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(list).append("]\n");
    }
    assertThat(parse(bomb.toString()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.SIZE));
  }

  @Test
  void readsMoreThanTheParsersOwnLimit() {
    String big = "a: " + "x".repeat(16_000_000);
    assertThat(parse(big).problems()).isEmpty();
  }

  private static YamlStream parse(String text) {
    return YamlStream.parse(SourceText.of(text));
  }

  private static YamlDocument onlyDocument(String text) {
    YamlStream stream = parse(text);
    assertThat(stream.problems()).isEmpty();
    List<YamlDocument> documents = stream.documents();
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  private static String text(MappingNode root, String outer, String inner) {
    MappingNode mapping = (MappingNode) root.get(outer).orElseThrow();
    return ((ScalarNode) mapping.get(inner).orElseThrow()).text();
  }

  private static String slice(YamlStream stream, YamlTreeNode node) {
    return slice(stream.source().text(), node);
  }

  private static String slice(String text, YamlTreeNode node) {
    return text.substring(node.start(), node.end());
  }

  /** Told by what is copied, not by the time, which depends on the machine. */
  @ParameterizedTest
  @ValueSource(strings = {"{a: \"%s\"}", "{a: '%s'}", "a: %s", "a: |\n  %s\n", "a: b # %s"})
  void readsALongLineWithoutCopyingItOverAndOver(String text) {
    SourceText whole = SourceText.of(text.formatted("x".repeat(2_000_000)));
    long before = allocated();
    YamlStream stream = YamlStream.parse(whole);
    assertThat(allocated() - before).isLessThan(1L << 29);
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents()).hasSize(1);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
