package dev.sonde.manifests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.DecodeRules;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of docs/rules.md that are an object, or a part of a pod's spec. */
class RulesPageExamplesTest {

  static Stream<RuleExample> examples() throws IOException {
    return RuleExample.allOf(Files.readString(Path.of("../../docs/rules.md"))).stream()
        .filter(RulesPageExamplesTest::isAboutAnObject);
  }

  /** Rules about files and documents need more around them than one object. */
  private static boolean isAboutAnObject(RuleExample example) {
    Rule rule = RuleCatalogue.find(example.ruleId()).orElseThrow();
    return rule.kind() == FindingKind.API
        || DecodeRules.ALL.contains(rule)
        || LintRules.ALL.contains(rule);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void breaksOrKeepsTheRuleItStandsUnder(RuleExample example) {
    if (example.bad()) {
      assertThat(example.brokenRules()).contains(example.ruleId());
    } else {
      assertThat(example.brokenRules())
          .doesNotContain(example.ruleId())
          .noneMatch(RulesPageExamplesTest::isRefused);
    }
  }

  /** A good example may go against other advice, but Kubernetes accepts it. */
  private static boolean isRefused(String ruleId) {
    return RuleCatalogue.find(ruleId).orElseThrow().kind() != FindingKind.LINT;
  }
}
