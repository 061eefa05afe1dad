package dev.sonde.manifests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.rules.FrameworkRules;
import dev.sonde.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of docs/rules.md that are properties. */
class SettingRulesPageTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("(Bad|Good):\n\n```properties\n(.*?)\n```", Pattern.DOTALL);

  /** What containers and libraries decide; the other tests provoke it. */
  private static final List<Rule> OF_MORE_THAN_A_FILE =
      List.of(
          FrameworkRules.UNCLEAR,
          FrameworkRules.HEALTH_SECURED,
          FrameworkRules.AT_BUILD,
          FrameworkRules.GENERATED_PORT);

  @TempDir Path classes;

  /** What only code or libraries decide cannot be shown in a file of properties. */
  static Stream<Rule> shown() {
    return FrameworkRules.ALL.stream().filter(rule -> !OF_MORE_THAN_A_FILE.contains(rule));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void theBadOneBreaksTheRuleAndTheGoodOneNone(Rule rule) throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(section(rule)).results().toList();
    assertThat(examples).extracting(example -> example.group(1)).contains("Bad", "Good");
    for (MatchResult example : examples) {
      Files.writeString(classes.resolve("application.properties"), example.group(2));
      assertThat(broken(rule))
          .as(example.group())
          .isEqualTo(example.group(1).equals("Bad") ? List.of(rule.id()) : List.of());
    }
  }

  private static String section(Rule rule) throws IOException {
    String page = Files.readString(Path.of("../../docs/rules.md"));
    int start = page.indexOf("\n### " + rule.id() + "\n");
    int end = page.indexOf("\n##", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  private List<String> broken(Rule rule) throws IOException {
    try {
      return FrameworkApplication.find(
              classes,
              rule.equals(FrameworkRules.HEALTH_STATUS)
                  ? new Libraries(Map.of("micronaut-management", "4.10.15"))
                  : SpringBootUrlsTest.libraries("3", "mvc"),
              new FrameworkChoice(
                  Optional.of(
                      rule.equals(FrameworkRules.HEALTH_STATUS) ? "micronaut" : "spring-boot"),
                  Optional.empty(),
                  Optional.empty()))
          .orElseThrow()
          .probes()
          .findings()
          .stream()
          .map(found -> found.finding().ruleId())
          .toList();
    } catch (UnreadableDocumentException unreadable) {
      return unreadable.mistakes().stream().map(found -> found.finding().ruleId()).toList();
    }
  }
}
