package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ExplainCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<String> ids() {
    return RuleCatalogue.all().stream().map(Rule::id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void tellsWhatEachRuleDemands(String id) {
    assertThat(run("explain", id)).isZero();
    Rule rule = RuleCatalogue.find(id).orElseThrow();
    assertThat(out.toString())
        .startsWith(id + "\n\n")
        .contains(rule.severity().word() + ".** ", rule.summary().substring(0, 12))
        .doesNotContain("\n## ", "\n### ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsOfAdviceHowToDoWithoutIt() {
    assertThat(run("explain", "[liveness-tcp]")).isZero();
    assertThat(out.toString())
        .contains("Bad:", "Good:")
        .endsWith(
            """
            To do without it: --off liveness-tcp=REASON, or in .sonde.yaml

            ```yaml
            ignore:
              liveness-tcp: REASON
            ```
            """);
  }

  @Test
  void listsAllRules() {
    assertThat(run("explain")).isZero();
    assertThat(out.toString().lines().map(line -> line.split(" ", 2)[0]))
        .containsExactlyElementsOf(ids().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "livness-tcp|There is no rule \"livness-tcp\". Did you mean \"liveness-tcp\"?",
        "x|There is no rule \"x\". Without a rule this command lists them all."
      })
  void refusesWhatIsNoRule(String id, String message) {
    assertThat(run("explain", id)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("sonde: " + message + " See \"sonde explain --help\".\n");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... arguments) {
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
