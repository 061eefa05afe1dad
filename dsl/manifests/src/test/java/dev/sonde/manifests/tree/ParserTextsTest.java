package dev.sonde.manifests.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link SyntaxProblems} knows twelve texts of the parser. If a release rewords one of them, its
 * explanation becomes "the parser says"; so whoever raises the version looks here first.
 */
class ParserTextsTest {

  private static final String KNOWN = "3.2";

  @Test
  void theParserIsTheReleaseWhoseTextsAreKnown() throws IOException {
    Properties maven = new Properties();
    try (InputStream in =
        SyntaxProblems.class.getResourceAsStream(
            "/META-INF/maven/org.snakeyaml/snakeyaml-engine/pom.properties")) {
      maven.load(in);
    }
    assertThat(maven.getProperty("version")).isEqualTo(KNOWN);
  }

  /** One text for each that is known. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:\n\tb: 1", // (TAB)
        "a: @x", // cannot start any token
        "a: b: c", // mapping values are not allowed here
        "a: - b", // sequence entries are not allowed here
        "- a\nb: 1", // expected <block end>
        "a: 1\nkey\nb: 1", // could not find expected ':'
        "a: 'x\nb: 1", // unexpected end of stream
        "a: 'x\n---\nb: 1", // unexpected document separator
        "a: [1, 2\nb: 1", // parsing a flow
        "a: \"\\q\"", // escape character
        "a: \"\\uZZ\"", // escape sequence
        "{a: 1}\n{b: 1}", // expected '<document start>'
      })
  void explainsEachKnownTextInItsOwnWords(String text) {
    assertThat(YamlStream.parse(SourceText.of(text)).problems())
        .isNotEmpty()
        .noneMatch(problem -> problem.message().contains("the parser says"));
  }
}
