package dev.sonde.docs;

import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page on rules: its prose comes from the catalogue, its examples are in the page itself.
 *
 * @param examples the end of each section, from {@code Bad:} on, by rule id
 */
record RulesPage(Map<String, String> examples) {

  private static final String INTRODUCTION =
      """
      # Rules

      This page has every id that Sonde prints, whether a probe comes from an annotation, Java or a manifest. Its prose comes
      from the rule catalogue, and a test runs each example through the rules.

      - **API**: the API server's validation refuses it. Same field path, same number of errors, same order.
      - **Decode**: the API server cannot turn the document into an object, or finds a field it does not know.
      - **Advice**: Kubernetes accepts it. An error does harm in production, a warning is probably a mistake, an info is
        good to know. You can switch off advice, with a reason, or give it another severity; nothing else.
      - **Drift**: code and manifests disagree, or Sonde cannot merge them ([merge.md](merge.md)).
      - **Input**: Sonde cannot work with its input: a file, a document of its own, a choice.
      - **Java**: a declaration cannot become a probe or an endpoint ([annotations.md](annotations.md)).

      Examples are parts of a pod's `spec`, or whole manifests.
      """;

  private static final Map<FindingKind, String> CHAPTERS =
      Map.of(
          FindingKind.API, "What the API server refuses",
          FindingKind.DECODE, "What the API server cannot decode",
          FindingKind.LINT, "Advice",
          FindingKind.DRIFT, "What code and manifests must agree on",
          FindingKind.INPUT, "What Sonde cannot work with",
          FindingKind.JAVA, "What only Java can tell");

  private static final Map<FindingKind, String> KINDS =
      Map.of(
          FindingKind.API, "API",
          FindingKind.DECODE, "Decode",
          FindingKind.LINT, "Advice",
          FindingKind.DRIFT, "Drift",
          FindingKind.INPUT, "Input");

  /** What Java rules demand says by itself why, and annotations.md shows it. */
  private static final String TABLE =
      """

      | id | severity | demanded |
      | --- | --- | --- |
      """;

  private static final Pattern SECTION =
      Pattern.compile("^### (\\S+)\n(.*?)(?=^##|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern EXAMPLES =
      Pattern.compile("^Bad:\n.*", Pattern.DOTALL | Pattern.MULTILINE);

  static RulesPage read(String text) {
    Map<String, String> examples = new LinkedHashMap<>();
    Matcher section = SECTION.matcher(text);
    while (section.find()) {
      Matcher example = EXAMPLES.matcher(section.group(2));
      examples.put(section.group(1), example.find() ? example.group().strip() : "");
    }
    return new RulesPage(examples);
  }

  /** The page as it should be: a section for each rule in the catalogue, and for nothing else. */
  String render() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    FindingKind chapter = null;
    for (Rule rule : ordered()) {
      if (rule.kind() != chapter) {
        chapter = rule.kind();
        page.append("\n## ").append(CHAPTERS.get(chapter)).append("\n");
        page.append(chapter == FindingKind.JAVA ? TABLE : "");
      }
      page.append(chapter == FindingKind.JAVA ? row(rule) : section(rule));
    }
    return page.toString();
  }

  private static List<Rule> ordered() {
    return RuleCatalogue.all().stream().sorted(Comparator.comparing(Rule::kind)).toList();
  }

  private static String row(Rule rule) {
    return "| `%s` | %s | %s |\n".formatted(rule.id(), rule.severity().word(), rule.summary());
  }

  private String section(Rule rule) {
    return """

        ### %s

        **%s, %s.** %s

        %s

        Source: %s.
        %s"""
        .formatted(
            rule.id(),
            KINDS.get(rule.kind()),
            rule.severity().word(),
            rule.summary(),
            rule.why(),
            rule.source(),
            Optional.ofNullable(examples.get(rule.id()))
                .filter(example -> !example.isEmpty())
                .map(example -> "\n" + example + "\n")
                .orElse(""));
  }

  /** The examples of a rule under {@code Bad:} or {@code Good:}. */
  List<String> examples(String ruleId, String heading) {
    Pattern block =
        Pattern.compile(
            "^" + heading + ":\n\n```\\w+\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    List<String> found = new ArrayList<>();
    Matcher matcher = block.matcher(examples.getOrDefault(ruleId, ""));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
