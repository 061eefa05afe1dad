package dev.sonde.lint;

import static dev.sonde.dsl.Probes.tcpSocket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.model.PodSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.ProbeRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LintSettingsTest {

  private static final Findings FINDINGS =
      ProbeLint.check(
          ProbeSet.forOnlyContainer()
              .liveness(tcpSocket(80).timeoutSeconds(11).failureThreshold(1)),
          ApplicationFacts.JVM);

  /** Only a whole run can tell whose ports meet. */
  @Test
  void everyRuleOfAdviceIsAsked() {
    assertThat(ProbeLint.ruleIds())
        .containsExactlyInAnyOrderElementsOf(
            LintRules.ALL.stream()
                .filter(rule -> !rule.equals(LintRules.HOST_PORT_CLASH))
                .map(Rule::id)
                .toList());
  }

  @Test
  void switchesARuleOff() {
    LintSettings settings =
        LintSettings.DEFAULT.without("liveness-tcp", "The server cannot hang without exiting.");

    assertThat(FINDINGS)
        .extracting(Finding::ruleId)
        .containsExactly(
            "jvm-start", "timeout-beyond-period", "liveness-single-failure", "liveness-tcp");
    assertThat(settings.apply(FINDINGS))
        .extracting(Finding::ruleId)
        .containsExactly("jvm-start", "timeout-beyond-period", "liveness-single-failure");
  }

  @Test
  void changesTheSeverityOfARule() {
    LintSettings settings = LintSettings.DEFAULT.with("liveness-tcp", Severity.ERROR);

    assertThat(settings.apply(FINDINGS).errors())
        .extracting(Finding::ruleId)
        .containsExactly("liveness-tcp");
  }

  @Test
  void leavesTheApiServersVerdictAlone() {
    Findings verdict = ProbeRules.validate(ProbeKind.LIVENESS, Probe.builder().build());

    assertThat(LintSettings.DEFAULT.with("liveness-tcp", Severity.INFO).apply(verdict))
        .isEqualTo(verdict);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LintSettings.DEFAULT.without("handler-missing", "No."))
        .withMessage(
            "rule \"handler-missing\" is the API server's own, and cannot be switched off or"
                + " changed.");
  }

  @Test
  void refusesARuleThatDoesNotExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LintSettings.DEFAULT.with("livenes-tcp", Severity.INFO))
        .withMessage("there is no rule \"livenes-tcp\". Did you mean \"liveness-tcp\"?");
  }

  @Test
  void refusesToSwitchOffWithoutAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LintSettings.DEFAULT.without("liveness-tcp", " "))
        .withMessage("rule \"liveness-tcp\" is switched off without a reason.");
  }

  /** A rule is off by default because it is right too seldom; who wants it gives it a severity. */
  @Test
  void aSeveritySwitchesOnWhatIsOffByDefault() {
    Findings missing =
        ProbeLint.check(
            PodSpec.of(LintFixture.orders()), FieldPath.ROOT, PodContext.of("Deployment"));

    assertThat(ids(LintSettings.DEFAULT.apply(missing))).containsExactly("readiness-missing");
    assertThat(ids(LintSettings.of(Map.of(), Map.of()).apply(missing)))
        .containsExactly("readiness-missing");
    assertThat(ids(LintSettings.DEFAULT.with("liveness-missing", Severity.INFO).apply(missing)))
        .containsExactly("readiness-missing", "liveness-missing");
    assertThat(
            ids(
                LintSettings.of(Map.of(), Map.of("liveness-missing", Severity.WARNING))
                    .apply(missing)))
        .containsExactly("readiness-missing", "liveness-missing");
    assertThat(
            ids(
                LintSettings.of(
                        Map.of("liveness-missing", "No."),
                        Map.of("liveness-missing", Severity.WARNING))
                    .apply(missing)))
        .containsExactly("readiness-missing");
  }

  private static List<String> ids(Findings findings) {
    return findings.stream().map(Finding::ruleId).toList();
  }
}
