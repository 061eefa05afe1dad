package dev.sonde.maven;

import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.rules.Severity;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads the settings of rules for the goals that give advice. */
final class AdviceRules {

  private AdviceRules() {}

  /**
   * {@return how rules of advice are to be applied}
   *
   * @param project what its file says of the rules that are in neither map
   * @param off those that are switched off, and the reason
   * @param severities those with another severity
   * @throws MojoExecutionException if a severity is none
   * @throws IllegalArgumentException if there is no such rule, or a reason is missing
   */
  static LintSettings settings(
      ProjectFile project, Map<String, String> off, Map<String, String> severities)
      throws MojoExecutionException {
    Map<String, Severity> levels = new TreeMap<>();
    for (Map.Entry<String, String> severity : severities.entrySet()) {
      levels.put(severity.getKey(), EnumWords.of(Severity.class, severity.getValue()));
    }
    return project.advice(off, levels);
  }
}
