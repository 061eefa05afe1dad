package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Kubernetes' readers of YAML and JSON differ from YAML 1.2. */
class GoReadingTest {

  private static final String POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n";

  private final ManifestLinter linter = ManifestLinter.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  containers:\n  - name: a\n\t\n    image: x\n",
        "  containers:\n  - name: 'a'\n\t\n    image: x\n",
        "\t# comment\n  containers: []\n",
        "  containers:\n  -\tname: a\n",
        "  containers:\n  - name: a\n    args: [x\n\t]\n",
        "  containers:\n  - name: a\n    args:\n    - |\n\ttext\n",
        "  containers:\n  - name: a\n    args:\n    - |\n      \ttext\n",
        "  containers:\n  - name: a\n    args:\n    - |\n      a\n  \tb\n",
        "  containers: []\n\t\n"
      })
  void refusesTabsInIndentation(String spec) {
    assertThat(ids(POD + spec)).containsAnyOf("yaml-tab", "yaml-syntax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  containers:\n  - name:\ta\n    image: x\t# comment\n",
        "  containers:\n  - name: a\n    args: ['x',\n\t'y']\n",
        "  containers:\n  - name: a\n    args:\n    - |\n      a\tb\n      \tc\n",
        "  containers:\n  - name: a # one\ttwo\n    args: [\"a\tb\", 'c\td']\n",
      })
  void takesTabsElsewhere(String spec) {
    assertThat(ids(POD + spec)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [cat, -]              |
          [-]                   |
          [-, a, -]             |
          ["-", 'a ?']          |
          [a?b]                 | yaml-syntax
          [http://h/p?q=1]      | yaml-syntax
          [a, :b]               | yaml-syntax
          [:]                   | yaml-syntax
          [a, : b]              | yaml-syntax
          [&a.b c]              | yaml-syntax
          [&a-b_1 c, *a-b_1]    |
          [&a c, *a.]           | yaml-syntax
          [9:, a:]              |
          [a: ]                 | wrong-type
          ['a', b:[c]]          | yaml-syntax
          ["\\ud800"]           | yaml-syntax
          ["\\ud83d\\ude00"]    | yaml-syntax
          ["a\\/b"]             | yaml-syntax
          ["a\\\\/b", '\\/']      |
          ["\\\\ud800 😀"]      |
          ["\\U0001F600"]       |
          ["\\/"]               | yaml-syntax
          ["\\\\/", "/"]        |
          ["\\'\\L\\P\\N\\_"]     |
          ["\\q"]               | yaml-syntax
          [!!binary YQ==]       |
          [!!binary YQ]         | yaml-syntax
          [!!binary '?']        | yaml-syntax
          [0x10000000000000000] |
          [0x8000000000000000]  | wrong-type
          [-0x8000000000000001] |
          [18446744073709551616]| wrong-type
          [0777777777777777777777777777] | wrong-type
          [0o777777777777777777777777777] |
          """)
  void readsWhatIsInBrackets(String args, String id) {
    assertThat(ids(POD + "  containers:\n  - name: a\n    args: " + args + "\n"))
        .isEqualTo(id == null ? List.of() : List.of(id));
  }

  /** What the parser of YAML 1.2 does not know is read all the same. */
  @Test
  void readsTheEscapesOfYaml11() {
    String container = "  containers:\n  - name: a\n    restartPolicy: \"N\\'\\Lx\"\n";
    assertThat(linter.lint("x.yaml", POD + container).findings())
        .extracting(found -> found.finding().message())
        .anyMatch(message -> message.startsWith("restartPolicy \"N'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          E3    | true
          e+67  | true
          m     | true
          Ki    | true
          '.'   | true
          '-'   | true
          1.5Gi | true
          e-10  | false
          1e-10 | true
          T-    | false
          KI    | false
          1e    | false
          .a754 | false
          """)
  void readsQuantities(String quantity, boolean legal) {
    String limits = "    resources: {limits: {cpu: \"" + quantity + "\"}}\n";
    assertThat(ids(POD + "  containers:\n  - name: a\n" + limits).isEmpty()).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {?name: a, image: x}           |
          {? name: a, image: x}          |
          {name: a, ?image}              |
          {name: a, ??image: x}          | yaml-syntax
          {name: ?a}                     | yaml-syntax
          {: a}                          | yaml-syntax
          {name: a, : b}                 | yaml-syntax
          {name: :}                      | yaml-syntax
          """)
  void readsKeysInBraces(String container, String id) {
    assertThat(ids(POD + "  containers: [" + container + "]\n"))
        .isEqualTo(id == null ? List.of() : List.of(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {" \t\n", "\t\n", "# c\n  \t\n", "---\n\t\n"})
  void refusesTabsBeforeAllText(String before) {
    assertThat(ids(before + POD + "  containers: []\n")).containsAnyOf("yaml-tab", "yaml-syntax");
  }

  @Test
  void takesADirectiveForTheEndOfTheDocumentBeforeIt() {
    List<PlacedFinding> findings =
        linter.lint("x.yaml", POD + "  containers: []\n%YAML 1.1\n---\na: b\n").findings();
    assertThat(findings).first().extracting(PlacedFinding::document).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"%YAML 1.1,true", "%YAML 1.2,false", "%OTHER x,false", "%TAG !a! tag:a:,true"})
  void knowsTwoDirectives(String directive, boolean legal) {
    assertThat(ids(directive + "\n---\n" + POD + "  containers: []\n").isEmpty()).isEqualTo(legal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
  void endsLinesAsYaml11Does(String end) {
    assertThat(ids(POD + "  # a" + end + "b\n  containers: []\n")).contains("yaml-syntax");
    assertThat(ids(POD + "  # a" + end + "  # b\n  containers: []\n")).isEmpty();
    assertThat(ids(POD + "  containers: [" + end + "]\n")).isEmpty();
  }

  @Test
  void refusesDeleteAnywhere() {
    assertThat(ids(POD + "  containers:\n  - name: \"a\u007fb\"\n")).containsExactly("yaml-syntax");
  }

  @Test
  void takesACommentRightBehindTheHeaderOfABlockScalar() {
    assertThat(ids(POD + "  containers:\n  - name: a\n    args:\n    - |-#c\n      a\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {yes: a, "yes": b}              |
          {1: a, "1": b}                  |
          {yes: a, on: b}                 | duplicate-field
          {1: a, 0x1: b}                  | duplicate-field
          {<<: {a: b}, <<: {c: d}}        |
          {<<: {a: b}, <<: {a: d}}        | duplicate-field
          {<<: {a: b}, a: c}              | duplicate-field
          {a: c, <<: [{b: b}, {a: b}]}    | duplicate-field
          {<<: {<<: {a: b}}, a: c}        | duplicate-field
          {"<<": a}                       |
          """)
  void tellsKeysApartByTheirTypes(String labels, String id) {
    String pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  labels: " + labels + "\nspec: {}\n";
    assertThat(ids(pod)).isEqualTo(id == null ? List.of() : List.of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"a\"",
        "{'a': 1}",
        "{a: 1}",
        "{\"a\": 1,}",
        "{\"a\": [1,]}",
        "{\"a\": 1} // c",
        "{\"a\": 1 # c\n}",
        "{\"a\": +1}",
        "{\"a\": 01}",
        "{\"a\": 1.}",
        "{\"a\": 0x1}",
        "{\"a\": True}",
        "{\"a\": &x 1}",
        "{\"a\": \"b\nc\"}",
        "{\"a\": \"b\tc\"}",
        "{\"a\": \"\\x\"}",
        "{\"a\" 1}",
        "{\"a\": 1",
        "a: 1",
        "{\"a\": 1}\n---\n{\"a\": 1}"
      })
  void readsAJsonFileAsJson(String text) {
    assertThat(refusals("x.json", text)).containsExactly("yaml-syntax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u007f", "\u0085", "\u2028", "\\ud800", "\\/", "\\u0000", "😀"})
  void takesInJsonTextsWhatYamlDoesNot(String text) {
    String pod =
        "\t{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\":\n"
            + "\t{\"containers\": [{\"name\": \"a\", \"args\": [\"%s\", \"{{ }}\"]}]}}\n";
    assertThat(refusals("x.json", pod.formatted(text) + pod.formatted("x"))).isEmpty();
    assertThat(linter.lint("x.json", pod.formatted(text) + pod.formatted("x")).workloads())
        .isEqualTo(2);
  }

  @Test
  void tellsTheSameKeyTwiceInJson() {
    assertThat(refusals("x.json", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"kind\": \"Pod\"}"))
        .containsExactly("duplicate-field");
  }

  @Test
  void saysSoWhereItBreaksOffItself() {
    assertThat(DefectGuard.run(() -> {})).isEmpty();
    assertThat(
            DefectGuard.run(
                () -> {
                  throw new NumberFormatException("0x1");
                }))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.ruleId()).isEqualTo("not-judged");
              assertThat(finding.message()).contains("NumberFormatException: 0x1");
            });
  }

  private List<String> ids(String text) {
    return refusals("x.yaml", text);
  }

  private List<String> refusals(String name, String text) {
    return linter.lint(name, text).findings().stream()
        .map(PlacedFinding::finding)
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> finding.kind() != FindingKind.LINT)
        .map(finding -> finding.ruleId())
        .toList();
  }
}
