package dev.sonde.lint;

import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Findings;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.RuleCatalogue;
import dev.sonde.rules.Severity;
import dev.sonde.rules.SimilarName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user wants to hear: rules that are switched off, each with a reason, and severities
 * other than the rules' own. It concerns advice only; what the API server refuses it refuses.
 *
 * @param switchedOff the reason, by rule id
 * @param severities the severity, by rule id
 * @param releases the releases of Kubernetes to judge for, the oldest first; at least one
 */
public record LintSettings(
    Map<String, String> switchedOff,
    Map<String, Severity> severities,
    List<KubernetesVersion> releases) {

  private static final Map<String, String> OFF_BY_DEFAULT =
      Map.of(
          LintRules.LIVENESS_MISSING.id(),
          "An application that ends itself when it is beyond help needs no liveness probe.");

  /**
   * Every rule with its own severity, but for those that are off by default, for all releases that
   * upstream maintains.
   */
  public static final LintSettings DEFAULT =
      new LintSettings(OFF_BY_DEFAULT, Map.of(), KubernetesVersion.MAINTAINED);

  /**
   * Copies the maps and checks them.
   *
   * @throws IllegalArgumentException if there is no rule of advice by that id, or a reason is blank
   */
  public LintSettings {
    switchedOff = Map.copyOf(switchedOff);
    severities = Map.copyOf(severities);
    releases = List.copyOf(releases);
    // Sorted, so that the same one of several mistakes is reported every time.
    new TreeMap<>(switchedOff).forEach(LintSettings::requireReason);
    new TreeMap<>(switchedOff).keySet().forEach(LintSettings::requireAdvice);
    new TreeMap<>(severities).keySet().forEach(LintSettings::requireAdvice);
  }

  /**
   * {@return the default settings with these changes} A rule that is off by default is on once it
   * is given a severity.
   *
   * @param switchedOff the reason, by rule id
   * @param severities the severity, by rule id
   * @throws IllegalArgumentException if there is no rule of advice by that id, or a reason is blank
   */
  public static LintSettings of(Map<String, String> switchedOff, Map<String, Severity> severities) {
    Map<String, String> off = new TreeMap<>(OFF_BY_DEFAULT);
    off.keySet().removeAll(severities.keySet());
    off.putAll(switchedOff);
    return new LintSettings(off, severities, KubernetesVersion.MAINTAINED);
  }

  /**
   * {@return these settings with one more rule switched off}
   *
   * @param ruleId the rule's id
   * @param reason why; not blank
   * @throws IllegalArgumentException if there is no rule of advice by that id, or the reason is
   *     blank
   */
  public LintSettings without(String ruleId, String reason) {
    Map<String, String> more = new TreeMap<>(switchedOff);
    more.put(ruleId, reason);
    return new LintSettings(more, severities, releases);
  }

  /**
   * {@return these settings with another severity of a rule, which is on with it}
   *
   * @param ruleId the rule's id
   * @param severity how bad it is instead
   * @throws IllegalArgumentException if there is no rule of advice by that id
   */
  public LintSettings with(String ruleId, Severity severity) {
    Map<String, Severity> more = new TreeMap<>(severities);
    more.put(ruleId, severity);
    Map<String, String> off = new TreeMap<>(switchedOff);
    off.remove(ruleId);
    return new LintSettings(off, more, releases);
  }

  /**
   * {@return these settings for other releases of Kubernetes}
   *
   * @param wanted the releases, the oldest first; at least one
   */
  public LintSettings withReleases(List<KubernetesVersion> wanted) {
    return new LintSettings(switchedOff, severities, wanted);
  }

  /**
   * {@return the findings that remain, with the severities that are wanted}
   *
   * @param findings any findings; those that are no advice stay as they are
   */
  public Findings apply(Findings findings) {
    return new Findings(
        findings.stream()
            .filter(finding -> !isAdvice(finding) || !switchedOff.containsKey(finding.ruleId()))
            .map(this::withSeverity)
            .toList());
  }

  private Finding withSeverity(Finding finding) {
    Severity wanted = severities.get(finding.ruleId());
    return wanted == null || !isAdvice(finding) ? finding : finding.withSeverity(wanted);
  }

  private static boolean isAdvice(Finding finding) {
    return finding.kind() == FindingKind.LINT;
  }

  private static void requireReason(String ruleId, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "rule %s is switched off without a reason.".formatted(FindingWords.quote(ruleId)));
    }
  }

  private static void requireAdvice(String ruleId) {
    Optional<Rule> rule = RuleCatalogue.find(ruleId);
    if (rule.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no rule %s.%s"
              .formatted(
                  FindingWords.quote(ruleId),
                  SimilarName.to(ruleId, RuleCatalogue.all().stream().map(Rule::id).toList())
                      .map(similar -> " Did you mean " + FindingWords.quote(similar) + "?")
                      .orElse("")));
    }
    if (rule.get().kind() != FindingKind.LINT) {
      throw new IllegalArgumentException(
          "rule %s is %s, and cannot be switched off or changed."
              .formatted(FindingWords.quote(ruleId), owner(rule.get().kind())));
    }
  }

  private static String owner(FindingKind kind) {
    return kind == FindingKind.API || kind == FindingKind.DECODE
        ? "the API server's own"
        : "no advice";
  }
}
