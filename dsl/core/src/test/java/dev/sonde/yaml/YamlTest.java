package dev.sonde.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTest {

  @Test
  void writesBlockStyleWithListsOneLevelBelowTheirKey() {
    YamlMap port = YamlMap.builder().put("name", "health").put("containerPort", 8081).build();
    YamlMap document =
        YamlMap.builder()
            .put("kind", "ProbeSet")
            .put("ports", new YamlList(List.of(port, port)))
            .put("command", YamlList.ofTexts(List.of("sh", "-c", "a\nb")))
            .put("nested", new YamlList(List.of(YamlList.ofTexts(List.of("x", "z")))))
            .put("yes", new YamlBoolean(true))
            .put("nothing", new YamlNull())
            .put("none", new YamlList(List.of()))
            .put("empty", YamlMap.builder().build())
            .build();

    assertThat(Yaml.write(List.of("First line.", "", "Third."), document))
        .isEqualTo(
            """
            # First line.
            #
            # Third.
            kind: ProbeSet
            ports:
              - name: health
                containerPort: 8081
              - name: health
                containerPort: 8081
            command:
              - sh
              - -c
              - |-
                a
                b
            nested:
              - - x
                - z
            "yes": true
            nothing: null
            none: []
            empty: {}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "N",
        "yes",
        "No",
        "ON",
        "off",
        "true",
        "False",
        "null",
        "NULL",
        "~",
        "",
        " ",
        "8080",
        "0x1",
        "0o7",
        "017",
        "1e3",
        "1_000",
        "+1",
        "-1",
        ".5",
        "-.5",
        "._1",
        "1.",
        ".inf",
        "-.INF",
        ".NaN",
        "+.inf",
        "190:20:30",
        "2001-12-14",
        "=",
        "<<",
        "-",
        "- a",
        "---",
        "...",
        "? a",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        " a",
        "a ",
        "\ta",
        "a\t",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a",
        "\"a",
        "[a",
        "]",
        "{a",
        "}",
        "a, b",
        "a]",
        "\u0000",
        "\u001b",
        "\u0085",
        "a\u0085b",
        "\u2028",
        "\ufeff",
        "a\rb",
        "a\r\nb",
        "\u202eevil",
        "caf\u00e9"
      })
  void quotesWhatCouldBeTakenForAnythingElse(String text) {
    assertThat(Yaml.inline(text)).startsWith("\"").endsWith("\"");
    assertThat(readBack(Yaml.write(new YamlText(text)))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/healthz",
        "/health;full=true&x=1",
        "cat",
        "/tmp/healthy",
        "-c",
        "--port=8080",
        "HTTP",
        "registry.k8s.io/goproxy:0.1",
        "http://a:80/b",
        "./run.sh",
        "Bearer abc",
        "$(HOME)/x",
        "sonde.dev/v1",
        "touch /tmp/a; sleep 30",
        "http-health",
        "_private",
        "kube-probe/1.34"
      })
  void leavesOrdinaryTextPlain(String text) {
    assertThat(Yaml.inline(text)).isEqualTo(text);
    assertThat(readBack(Yaml.write(new YamlText(text)))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a\u0007b'|\"a\\x07b\"",
        "'a\u00a0b'|\"a\\xA0b\"",
        "'\u2028'|\"\\u2028\"",
        "'\ud83d\ude00'|\"\\U0001F600\"",
        "'back\\slash'|\"back\\\\slash\"",
        "'say \"x\"'|\"say \\\"x\\\"\"",
        "'caf\u00e9'|\"caf\u00e9\"",
      })
  void escapesWhatCannotBeSeen(String text, String expected) {
    assertThat(Yaml.inline(text)).isEqualTo(expected);
    assertThat(readBack(Yaml.write(new YamlText(text)))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\nb\n", "set -e\n\n  indented: x\n# no comment\n---\nend"})
  void writesSeveralLinesAsTheyStand(String text) {
    String yaml = Yaml.write(YamlMap.builder().put("script", text).build());

    assertThat(yaml).startsWith("script: |").doesNotContain("\\n");
    assertThat(readBack(yaml)).isEqualTo(Map.of("script", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\na", " a\nb", "a \nb", "a\nb ", "a\n\n", "a\tb\nc", "a\r\nb"})
  void quotesSeveralLinesWhereABlockWouldBeUnclear(String text) {
    String yaml = Yaml.write(YamlMap.builder().put("script", text).build());

    assertThat(yaml).startsWith("script: \"");
    assertThat(readBack(yaml)).isEqualTo(Map.of("script", text));
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Yaml.write(YamlMap.builder().put("text", "ab\ud800").build()))
        .withMessage("character 2 of a text is half of a surrogate pair: \\ud800");
  }

  @Test
  void refusesACommentThatWouldBreakOutOfItsLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Yaml.write(List.of("a\nkind: Secret"), new YamlNumber(1)))
        .withMessage("a comment line holds a control character: \"a\\nkind: Secret\"");
  }

  @Test
  void randomDocumentsReadBackAsTheyWere() {
    Random random = new Random(20_261_123);
    for (int round = 0; round < 4_000; round++) {
      Map<String, Object> expected = new LinkedHashMap<>();
      YamlMap document = randomMap(random, 3, expected);
      String yaml = Yaml.write(document);

      assertThat(readBack(yaml)).as(yaml).isEqualTo(expected);
      assertThat(Yaml.write(document)).isEqualTo(yaml);
    }
  }

  private static YamlMap randomMap(Random random, int depth, Map<String, Object> expected) {
    YamlMap.Builder map = YamlMap.builder();
    for (int entries = random.nextInt(5); entries > 0; entries--) {
      String key = RandomText.next(random, 20);
      List<Object> value = new ArrayList<>();
      map.put(key, randomNode(random, depth - 1, value));
      expected.put(key, value.get(0));
    }
    return map.build();
  }

  private static YamlNode randomNode(Random random, int depth, List<Object> expected) {
    switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> {
        int number = random.nextInt();
        expected.add(number);
        return new YamlNumber(number);
      }
      case 1 -> {
        boolean flag = random.nextBoolean();
        expected.add(flag);
        return new YamlBoolean(flag);
      }
      case 4 -> {
        Map<String, Object> map = new LinkedHashMap<>();
        expected.add(map);
        return randomMap(random, depth, map);
      }
      case 5 -> {
        List<Object> list = new ArrayList<>();
        List<YamlNode> items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
          items.add(randomNode(random, depth - 1, list));
        }
        expected.add(list);
        return new YamlList(items);
      }
      default -> {
        String text = RandomText.next(random, 60);
        expected.add(text);
        return new YamlText(text);
      }
    }
  }

  private static Object readBack(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
