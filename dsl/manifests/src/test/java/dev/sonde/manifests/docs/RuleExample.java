package dev.sonde.manifests.docs;

import dev.sonde.lint.ProbeLint;
import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.ObjectKind;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.decode.StrictDecoder;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.OverriddenMerges;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlProblem;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.PodSpecRules;
import dev.sonde.rules.Rule;
import java.util.ArrayList;
import java.util.List;
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

  private static final StrictDecoder DECODER = StrictDecoder.create();

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

  /** What the API server says to the example, and if it accepts it, what we advise. */
  List<String> brokenRules() {
    YamlStream stream = YamlStream.parse(SourceText.of(manifest()));
    MappingNode root = (MappingNode) stream.documents().get(0).root();
    List<YamlProblem> duplicates = new ArrayList<>(stream.problems());
    OverriddenMerges.find(root, stream.source(), duplicates::add);
    DecodeVerdict decoded = DECODER.decode(root, kindOf(root), stream.source(), duplicates);
    return decoded.accepted()
        ? judged(root)
        : decoded.reported().stream().map(DecodeProblem::rule).map(Rule::id).toList();
  }

  private String manifest() {
    return text.lines().anyMatch(line -> line.startsWith("kind: "))
        ? text
        : "apiVersion: v1\nkind: Pod\nmetadata:\n  name: example\nspec:\n" + text.indent(2);
  }

  private List<String> judged(MappingNode root) {
    PodSpec pod = PodReader.read(JsonReader.of(podSpec(root)));
    return PodSpecRules.validate(pod, FieldPath.ROOT)
        .and(ProbeLint.check(pod, FieldPath.ROOT, CodeComments.of(text, kindOf(root).kind(), pod)))
        .stream()
        .map(Finding::ruleId)
        .toList();
  }

  private static YamlTreeNode podSpec(MappingNode root) {
    MappingNode spec = (MappingNode) root.get("spec").orElseThrow();
    Optional<YamlTreeNode> template = spec.get("template");
    return template.isEmpty() ? spec : ((MappingNode) template.get()).get("spec").orElseThrow();
  }

  private static ObjectKind kindOf(MappingNode root) {
    return new ObjectKind(text(root, "apiVersion"), text(root, "kind"));
  }

  private static String text(MappingNode root, String field) {
    return ((ScalarNode) root.get(field).orElseThrow()).text();
  }

  @Override
  public String toString() {
    return (bad ? "bad " : "good ") + ruleId;
  }
}
