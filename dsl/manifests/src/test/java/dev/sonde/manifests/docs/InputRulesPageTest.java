package dev.sonde.manifests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.ReleaseRules;
import dev.sonde.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of docs/rules.md that are whole files, but for those that are no YAML. */
class InputRulesPageTest {

  /** Their examples are commands, and bytes that a page cannot show. */
  private static final Set<Rule> NO_YAML =
      Set.of(
          InputRules.FILE_UNREADABLE,
          InputRules.YAML_ENCODING,
          InputRules.OVERLAY_UNSEEN,
          InputRules.CHART_UNSEEN);

  static Stream<RuleExample> examples() throws IOException {
    List<String> ids =
        Stream.concat(InputRules.ALL.stream(), ReleaseRules.ALL.stream())
            .filter(rule -> !NO_YAML.contains(rule))
            .map(Rule::id)
            .toList();
    return RuleExample.allOf(Files.readString(Path.of("../../docs/rules.md"))).stream()
        .filter(example -> ids.contains(example.ruleId()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void breaksOrKeepsTheRuleItStandsUnder(RuleExample example) {
    List<String> found =
        example.ruleId().startsWith("document-")
            ? mistakes(example.text())
            : findings(example.text());
    if (example.bad()) {
      assertThat(found).contains(example.ruleId());
    } else {
      assertThat(found).doesNotContain(example.ruleId());
    }
  }

  private static List<String> findings(String manifest) {
    return ManifestLinter.create().lint("x.yaml", manifest).findings().stream()
        .map(found -> found.finding().ruleId())
        .toList();
  }

  private static List<String> mistakes(String document) {
    try {
      ProbeSetReader.read("x.yaml", document);
      return List.of();
    } catch (UnreadableDocumentException e) {
      return e.mistakes().stream().map(mistake -> mistake.finding().ruleId()).toList();
    }
  }
}
