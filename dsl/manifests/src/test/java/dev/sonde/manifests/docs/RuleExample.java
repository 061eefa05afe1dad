package dev.sonde.manifests.docs;

import dev.sonde.lint.LintSettings;
import dev.sonde.lint.ProbeLint;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.PodSpec;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example of the page on rules.
 *
 * @param ruleId the rule that it stands under
 * @param bad whether it breaks the rule
 * @param text the example
 */
record RuleExample(String ruleId, boolean bad, String text) {

  private static final Pattern SECTION =
      Pattern.compile("^### (\\S+)\n(.*?)(?=^##|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern EXAMPLE =
      Pattern.compile("^(Bad|Good):\n\n```yaml\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  /** Those that are off by default, too, and the fields of the newest release. */
  private static final LintSettings EVERY_RULE =
      LintSettings.of(Map.of(), Map.of("liveness-missing", Severity.INFO))
          .withReleases(List.of(KubernetesVersion.DEFAULT));

  static List<RuleExample> allOf(String page) {
    List<RuleExample> all = new ArrayList<>();
    Matcher section = SECTION.matcher(page);
    while (section.find()) {
      Matcher example = EXAMPLE.matcher(section.group(2));
      while (example.find()) {
        all.add(
            new RuleExample(section.group(1), example.group(1).equals("Bad"), example.group(2)));
      }
    }
    return all;
  }

  /** What the API server says to the example, and what we advise. */
  List<String> brokenRules() {
    if (CodeComments.isIn(text)) {
      return judgedWithCode();
    }
    return ManifestLinter.with(EVERY_RULE).lint("x.yaml", manifest()).findings().stream()
        .map(found -> found.finding().ruleId())
        .toList();
  }

  private String manifest() {
    return text.lines().anyMatch(line -> line.startsWith("kind: "))
        ? text
        : "apiVersion: v1\nkind: Pod\nmetadata:\n  name: example\nspec:\n" + text.indent(2);
  }

  private List<String> judgedWithCode() {
    YamlStream stream = YamlStream.parse(SourceText.of(manifest()));
    MappingNode root = (MappingNode) stream.documents().get(0).root();
    PodSpec pod = PodReader.read(JsonReader.of(podSpec(root)));
    return ProbeLint.check(pod, FieldPath.ROOT, CodeComments.of(text, text(root, "kind"), pod))
        .stream()
        .map(Finding::ruleId)
        .toList();
  }

  private static YamlTreeNode podSpec(MappingNode root) {
    MappingNode spec = (MappingNode) root.get("spec").orElseThrow();
    Optional<YamlTreeNode> template = spec.get("template");
    return template.isEmpty() ? spec : ((MappingNode) template.get()).get("spec").orElseThrow();
  }

  private static String text(MappingNode root, String field) {
    return ((ScalarNode) root.get(field).orElseThrow()).text();
  }

  @Override
  public String toString() {
    return (bad ? "bad " : "good ") + ruleId;
  }
}
