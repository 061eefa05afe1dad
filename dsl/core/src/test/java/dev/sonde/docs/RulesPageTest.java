package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Findings;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rewrite the page's prose with {@code -Dsonde.golden.rewrite=true}; examples stay as they are. */
class RulesPageTest {

  private static final Path FILE = Path.of("../../docs/rules.md");

  private static String text;
  private static RulesPage page;

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(FILE);
    page = RulesPage.read(text);
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      text = page.render();
      Files.writeString(FILE, text);
    }
  }

  @Test
  void saysWhatTheCatalogueSays() {
    assertThat(text).isEqualTo(page.render());
  }

  /**
   * What keeps a file from being judged at all, such as broken bytes, cannot be shown in a page.
   */
  static Stream<Rule> withExamples() {
    return Stream.concat(ofTheModel(), DecodeRules.ALL.stream());
  }

  @ParameterizedTest
  @MethodSource("withExamples")
  void aRuleHasABadAndAGoodExample(Rule rule) {
    assertThat(page.examples(rule.id(), "Bad")).isNotEmpty();
    assertThat(page.examples(rule.id(), "Good")).isNotEmpty();
  }

  /** Decoding needs the strict reader of manifests, which is tested where it lives. */
  static Stream<Rule> ofTheModel() {
    return RuleCatalogue.all().stream()
        .filter(rule -> rule.kind() == FindingKind.API || LintRules.ALL.contains(rule));
  }

  @ParameterizedTest
  @MethodSource("ofTheModel")
  void aBadExampleBreaksItsRule(Rule rule) {
    for (String example : page.examples(rule.id(), "Bad")) {
      assertThat(new Example(example).findings()).extracting(Finding::ruleId).contains(rule.id());
    }
  }

  @ParameterizedTest
  @MethodSource("ofTheModel")
  void aGoodExampleKeepsItsRuleAndIsAcceptedByKubernetes(Rule rule) {
    for (String example : page.examples(rule.id(), "Good")) {
      Findings findings = new Example(example).findings();

      assertThat(findings)
          .as(example)
          .noneMatch(finding -> finding.ruleId().equals(rule.id()))
          .noneMatch(finding -> finding.kind() == FindingKind.API);
    }
  }
}
