package dev.sonde.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.yaml.Yaml;
import dev.sonde.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What Sonde writes reads the same under YAML 1.1, which kubectl follows, and YAML 1.2. */
class YamlReadersTest {

  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "7",
          "9",
          "x",
          "o",
          "b",
          "e",
          "E",
          "+",
          "-",
          ".",
          "_",
          ":",
          "y",
          "n",
          "yes",
          "No",
          "on",
          "OFF",
          "true",
          "null",
          "~",
          "inf",
          "NaN",
          "=",
          "<<",
          " ",
          "#",
          "a",
          "/",
          "%",
          "\n",
          "\t",
          "\u0085",
          "\u2028",
          "\ud83d\ude00",
          "\u00e9",
          "'",
          "\"",
          "\\",
          "{",
          "]",
          ",");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "8080",
        "0x1",
        "0b1",
        "0o7",
        "017",
        "1_0",
        "1e3",
        "1:30",
        "190:20:30.15",
        "null",
        "~",
        "2001-12-14",
        ".inf",
        "<<",
        "=",
        "y",
        " a",
        "a ",
        "a: b",
        "a #b",
        "a\nb",
        "\u0000"
      })
  void readsStringsBackAsStrings(String text) {
    assertReadsBack(text);
  }

  @Test
  void readsRandomStringsBackAsStrings() {
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = 1 + random.nextInt(6); pieces > 0; pieces--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertReadsBack(text.toString());
    }
  }

  private static void assertReadsBack(String text) {
    String yaml = Yaml.write(YamlMap.builder().put(text, text).build());

    assertThat(new org.yaml.snakeyaml.Yaml().<Object>load(yaml))
        .as(yaml)
        .isEqualTo(Map.of(text, text));
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml))
        .as(yaml)
        .isEqualTo(Map.of(text, text));
  }
}
