package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.ReleaseRules;
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

  /** What keeps a file from being judged at all, such as broken bytes, cannot be shown. */
  static Stream<Rule> onWhatCanBeShown() {
    return RuleCatalogue.all().stream()
        .filter(
            rule ->
                rule.kind() == FindingKind.API
                    || DecodeRules.ALL.contains(rule)
                    || LintRules.ALL.contains(rule)
                    || ReleaseRules.ALL.contains(rule));
  }

  /** The examples are run where manifests can be read. */
  @ParameterizedTest
  @MethodSource("onWhatCanBeShown")
  void showsABadAndAGoodExampleOfEachRule(Rule rule) {
    assertThat(page.examples(rule.id(), "Bad")).isNotEmpty();
    assertThat(page.examples(rule.id(), "Good")).isNotEmpty();
  }
}
