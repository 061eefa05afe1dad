package dev.sonde.cli;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.rules.Severity;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What advice is given, in the words of all commands that give it. */
final class AdviceParameters {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--off",
      paramLabel = "RULE=REASON",
      description = "Switches off a rule of advice; may be repeated.")
  private Map<String, String> off = Map.of();

  @Option(
      names = "--severity",
      paramLabel = "RULE=LEVEL",
      description = "Makes a rule of advice an error, a warning or an info; may be repeated.")
  private Map<String, Severity> severities = Map.of();

  private AdviceParameters() {}

  /**
   * {@return the settings}
   *
   * @param project what its file says of the rules that no option names
   * @throws ParameterException if a rule is none of advice, or has no reason
   */
  LintSettings settings(ProjectFile project) {
    try {
      return project.advice(off, severities);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
