package dev.sonde.manifests.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarNodeTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "10, INTEGER, 10, false",
        "-1, INTEGER, -1, false",
        "+7, INTEGER, 7, false",
        "0, INTEGER, 0, false",
        "010, INTEGER, 8, true",
        "0o12, INTEGER, 10, true",
        "0x1F, INTEGER, 31, true",
        "0b101, INTEGER, 5, true",
        "1_000, INTEGER, 1000, true",
        "9223372036854775807, INTEGER, 9223372036854775807, false",
        "9223372036854775808, INTEGER, , false",
        "08, FLOAT, , false",
        "1.5, FLOAT, , false",
        "1e3, FLOAT, , false",
        ".inf, FLOAT, , false",
        "10s, STRING, , false",
        "1.2.3, STRING, , false",
        "true, BOOLEAN, , false",
        "Yes, BOOLEAN, , false",
        "OFF, BOOLEAN, , false",
        "tRue, STRING, , false",
        "~, NULL, , false",
        "null, NULL, , false",
        "http, STRING, , false",
        "'8080', STRING, , false",
        "\"8080\", STRING, , false",
        "!!str 8080, STRING, , false",
        "!!int \"8080\", INTEGER, 8080, false",
      })
  void readsScalarsAsKubectlDoes(
      String written, ScalarType type, Long integer, boolean dependsOnVersion) {
    ScalarNode scalar = scalar("a: " + written);
    assertThat(scalar.type()).isEqualTo(type);
    assertThat(scalar.integer().isPresent()).isEqualTo(integer != null);
    scalar.integer().ifPresent(value -> assertThat(value).isEqualTo(integer));
    assertThat(scalar.dependsOnYamlVersion()).isEqualTo(dependsOnVersion);
  }

  @ParameterizedTest
  @CsvSource({"'a:'", "'a: # c'", "'a: &x'"})
  void readsNothingAsNull(String text) {
    assertThat(scalar(text).type()).isEqualTo(ScalarType.NULL);
  }

  private static ScalarNode scalar(String text) {
    YamlStream stream = YamlStream.parse(SourceText.of(text));
    assertThat(stream.problems()).isEmpty();
    MappingNode root = (MappingNode) stream.documents().get(0).root();
    return (ScalarNode) root.get("a").orElseThrow();
  }
}
