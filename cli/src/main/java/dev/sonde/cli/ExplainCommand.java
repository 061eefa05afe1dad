package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.rules.FindingKind;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import dev.sonde.rules.SimilarName;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what an id in a finding means: the rule's part of docs/rules.md, which the jar carries. */
@Command(
    name = "explain",
    description =
        "Says what a rule demands and why, with examples; without a rule, lists them all.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 explained, 2 there is no such rule."})
final class ExplainCommand implements Callable<Integer> {

  private static final String PAGE = "rules.md";
  private static final String HEADING = "\n### ";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      description = "The id that a finding shows in brackets, such as port-undeclared.")
  private Optional<String> id = Optional.empty();

  private ExplainCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(id.isPresent() ? explanation(rule(id.get())) : list());
    out.flush();
    return 0;
  }

  private Rule rule(String wanted) {
    return RuleCatalogue.find(bare(wanted)).orElseThrow(() -> unknown(wanted));
  }

  /** Findings show ids in brackets, and people copy them so. */
  private static String bare(String wanted) {
    return wanted.startsWith("[") && wanted.endsWith("]")
        ? wanted.substring(1, wanted.length() - 1)
        : wanted;
  }

  private ParameterException unknown(String wanted) {
    List<String> ids = RuleCatalogue.all().stream().map(Rule::id).toList();
    return new ParameterException(
        spec.commandLine(),
        "There is no rule \"%s\".%s"
            .formatted(
                wanted,
                SimilarName.to(bare(wanted), ids)
                    .map(similar -> " Did you mean \"" + similar + "\"?")
                    .orElse(" Without a rule this command lists them all.")));
  }

  private static String explanation(Rule rule) throws IOException {
    String page = page();
    int start = page.indexOf(HEADING + rule.id() + "\n");
    return (start < 0 ? ofCatalogue(rule) : section(page, start + HEADING.length()))
        + (rule.kind() == FindingKind.LINT ? wayOut(rule) : "");
  }

  private static String section(String page, int start) {
    int end = page.indexOf("\n##", start);
    return page.substring(start, end < 0 ? page.length() : end).strip() + "\n";
  }

  /** The page has the rules of Java in a table. */
  private static String ofCatalogue(Rule rule) {
    return """
        %s

        **Java, %s.** %s
        """
            .formatted(rule.id(), rule.severity().word(), rule.summary())
        + (rule.why().isEmpty() ? "" : "\n" + rule.why() + "\n");
  }

  private static String wayOut(Rule rule) {
    return """

        To do without it: --off %1$s=REASON, or in .sonde.yaml

        ```yaml
        ignore:
          %1$s: REASON
        ```
        """
        .formatted(rule.id());
  }

  private static String page() throws IOException {
    try (InputStream page = ExplainCommand.class.getResourceAsStream(PAGE)) {
      if (page == null) {
        throw new IOException("The jar is not complete: it has no " + PAGE + ".");
      }
      return new String(page.readAllBytes(), UTF_8);
    }
  }

  private static String list() {
    StringBuilder list = new StringBuilder();
    for (Rule rule : RuleCatalogue.all()) {
      list.append(
          "%-30s %-6s %-8s %s\n"
              .formatted(rule.id(), rule.kind().word(), rule.severity().word(), rule.summary()));
    }
    return list.toString();
  }
}
