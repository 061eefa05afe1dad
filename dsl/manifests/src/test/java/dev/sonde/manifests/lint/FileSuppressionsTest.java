package dev.sonde.manifests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.output.PlacedFinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSuppressionsTest {

  private static final String POD =
      """
      # line 1
      apiVersion: v1
      kind: Pod
      spec:
        # line 5
        containers:
        # line 7
        - name: a
          image: openjdk:21
          ports: [{name: db, containerPort: 5432}]
          # line 11
          livenessProbe:
            # line 13
            tcpSocket:
              port: db
          readinessProbe: {tcpSocket: {port: db}}
        - name: b
      """;

  private static final String IGNORE = "# sonde:ignore liveness-tcp The database cannot hang.";

  @ParameterizedTest
  @CsvSource({
    "# line 1,true",
    "# line 5,true",
    "# line 7,true",
    "# line 11,true",
    "# line 13,true",
    "livenessProbe:,true",
    "tcpSocket:,true",
    "- name: a,true",
    "- name: b,false",
    "kind: Pod,false",
    "apiVersion: v1,false"
  })
  void coversTheFieldOfItsLineAndEverythingInIt(String line, boolean covered) {
    String pod =
        line.startsWith("#") ? POD.replace(line, IGNORE) : POD.replace(line, line + " " + IGNORE);
    assertThat(findings(pod).contains("liveness-tcp")).isEqualTo(!covered);
    assertThat(findings(pod)).doesNotContain("suppression");
  }

  @Test
  void coversOnlyItsOwnDocument() {
    String two = POD.replace("# line 1", IGNORE) + "---\n" + POD;
    assertThat(ManifestLinter.create().lint("x.yaml", two).findings())
        .filteredOn(found -> found.finding().ruleId().equals("liveness-tcp"))
        .extracting(PlacedFinding::document)
        .containsExactly(2);
  }

  @Test
  void standsAboveOtherComments() {
    assertThat(findings(POD.replace("# line 11", IGNORE + "\n    # another comment\n\n")))
        .doesNotContain("liveness-tcp");
  }

  @Test
  void cannotSwitchOffTheApiServer() {
    String pod = POD.replace("port: db\n", "port: 0 # sonde:ignore port-range Why not.\n");
    assertThat(findings(pod)).contains("port-range", "suppression");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'# sonde:ignore'               | it names no rule",
        "'# sonde:ignore liveness-tcp'  | switched off without a reason",
        "'# sonde:ignore liveness-tpc x'| Did you mean \"liveness-tcp\"?",
        "'#sonde:ignore port-range x'   | the API server's own"
      })
  void tellsWhatIsWrongWithAComment(String comment, String message) {
    String pod = POD.replace("# line 11", comment);
    assertThat(ManifestLinter.create().lint("x.yaml", pod).findings())
        .filteredOn(found -> found.finding().ruleId().equals("suppression"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.place()).hasToString("x.yaml:11:5");
              assertThat(found.finding().message()).contains(message);
            });
    assertThat(findings(pod)).contains("liveness-tcp");
  }

  @Test
  void tellsOfACommentThatSpeaksOfNoField() {
    assertThat(findings(POD + "  " + IGNORE + "\n")).contains("suppression");
  }

  @Test
  void takesTextInAValueForText() {
    String pod =
        POD.replace("- name: b", "- name: b\n    args: ['" + IGNORE + "']")
            + "    command:\n    - |\n      # sonde:ignore\n      echo\n";
    assertThat(findings(pod)).contains("liveness-tcp").doesNotContain("suppression");
  }

  private static List<String> findings(String pod) {
    return ManifestLinter.create().lint("x.yaml", pod).findings().stream()
        .map(found -> found.finding().ruleId())
        .toList();
  }
}
