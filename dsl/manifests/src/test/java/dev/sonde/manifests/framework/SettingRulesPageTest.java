package dev.sonde.manifests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.rules.FrameworkRules;
import dev.sonde.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of docs/rules.md that are properties, libraries or a container. */
class SettingRulesPageTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("(Bad|Good):\n\n```(properties|text|yaml)\n(.*?)\n```", Pattern.DOTALL);

  /** What classes decide, or nothing; other tests provoke it. */
  private static final List<Rule> OF_CODE =
      List.of(
          FrameworkRules.ENDLESS,
          FrameworkRules.EVENT_LOOP,
          FrameworkRules.AT_START,
          FrameworkRules.STATUSLESS);

  private static final List<Rule> OF_QUARKUS =
      List.of(
          FrameworkRules.AT_BUILD, FrameworkRules.GENERATED_PORT, FrameworkRules.SHUTDOWN_REFUSES);

  @TempDir Path classes;

  /** What only code decides cannot be shown in a file of properties. */
  static Stream<Rule> shown() {
    return FrameworkRules.ALL.stream().filter(rule -> !OF_CODE.contains(rule));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void theBadOneBreaksTheRuleAndTheGoodOneNone(Rule rule) throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(section(rule)).results().toList();
    assertThat(examples).extracting(example -> example.group(1)).contains("Bad", "Good");
    for (MatchResult example : examples) {
      assertThat(broken(rule, example.group(2), example.group(3)))
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

  private List<String> broken(Rule rule, String form, String text) throws IOException {
    Files.writeString(
        classes.resolve("application.properties"), form.equals("properties") ? text : "");
    Libraries libraries =
        form.equals("text") ? Libraries.ofFiles(text.lines().toList()) : libraries(rule);
    try {
      FrameworkApplication application =
          FrameworkApplication.find(classes, libraries, FrameworkChoice.RECOGNISE).orElseThrow();
      FrameworkProbes probes =
          form.equals("yaml") ? application.probes(container(text)) : application.probes();
      return probes.findings().stream().map(found -> found.finding().ruleId()).toList();
    } catch (UnreadableDocumentException unreadable) {
      return unreadable.mistakes().stream().map(found -> found.finding().ruleId()).toList();
    }
  }

  private static Libraries libraries(Rule rule) {
    if (OF_QUARKUS.contains(rule)) {
      return Libraries.ofFiles(
          List.of(
              "io.quarkus.quarkus-core-3.33.2.jar",
              "io.quarkus.quarkus-smallrye-health-3.33.2.jar",
              "io.quarkus.quarkus-kubernetes-3.33.2.jar"));
    }
    return rule.equals(FrameworkRules.HEALTH_STATUS)
        ? Libraries.ofFiles(
            List.of("micronaut-inject-4.10.15.jar", "micronaut-management-4.10.15.jar"))
        : SpringBootUrlsTest.libraries("3", "mvc");
  }

  private static RunningContainer container(String yaml) {
    SourceText pod =
        SourceText.of(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n" + yaml.indent(2));
    WorkloadNode workload =
        new WorkloadReader(WorkloadKinds.KNOWN)
            .read(YamlStream.parse(pod).documents().get(0))
            .get(0);
    return new RunningContainer(
        workload.containers().get(0),
        Optional.empty(),
        List.of(),
        node -> ManifestPlace.of("k8s/shop.yaml"));
  }
}
