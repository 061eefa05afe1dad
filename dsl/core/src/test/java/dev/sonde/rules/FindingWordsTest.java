package dev.sonde.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingWordsTest {

  @Test
  void writesOutWhatATerminalWouldObey() {
    assertThat(FindingWords.visible("a\u001b[31m\u202e\n\t\r\u2028\u009b\ud83d.yaml"))
        .isEqualTo("a\\u001b[31m\\u202e\\n\\t\\u000d\\u2028\\u009b\\ud83d.yaml");
    assertThat(FindingWords.visible("\udb40\udc41")).isEqualTo("\\U000e0041");
    assertThat(FindingWords.visible("\ufffe\uffff\ufffd")).isEqualTo("\\ufffe\\uffff\ufffd");
  }

  @Test
  void leavesEverythingElse() {
    assertThat(FindingWords.visible("Größe 日本 😀 \"x\" \\n")).isEqualTo("Größe 日本 😀 \"x\" \\n");
  }

  @Test
  void quotesOnOneLine() {
    assertThat(FindingWords.quote("say \"a\u202e\n\"")).isEqualTo("\"say \\\"a\\u202e\\n\\\"\"");
    assertThat(FindingWords.quote("x".repeat(81))).isEqualTo('"' + "x".repeat(80) + "…\"");
  }
}
