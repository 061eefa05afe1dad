package dev.sonde.lint;

import static dev.sonde.dsl.Probes.tcpSocket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import dev.sonde.rules.LintRules;
import dev.sonde.rules.ProbeRules;
import dev.sonde.rules.Rule;
import dev.sonde.rules.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintSettingsTest {

  private static final Findings FINDINGS =
      ProbeLint.check(
          ProbeSet.forOnlyContainer()
              .liveness(tcpSocket(80).timeoutSeconds(11).failureThreshold(1)),
          ApplicationFacts.UNKNOWN);

  @Test
  void everyRuleOfAdviceIsAsked() {
    assertThat(ProbeLint.ruleIds())
        .containsExactlyInAnyOrderElementsOf(LintRules.ALL.stream().map(Rule::id).toList());
  }

  @Test
  void switchesARuleOff() {
    LintSettings settings =
        LintSettings.DEFAULT.without("liveness-tcp", "The server cannot hang without exiting.");

    assertThat(FINDINGS)
        .extracting(Finding::ruleId)
        .containsExactly("timeout-beyond-period", "liveness-single-failure", "liveness-tcp");
    assertThat(settings.apply(FINDINGS))
        .extracting(Finding::ruleId)
        .containsExactly("timeout-beyond-period", "liveness-single-failure");
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

  @ParameterizedTest
  @CsvSource({
    "eclipse-temurin:21-jre, true, java",
    "docker.io/library/openjdk:17, true, java",
    "registry.example/team/orders:1.0, false, ./orders",
    "registry.example/team/orders:1.0, true, /usr/bin/java",
    "registry.example/team/orders:1.0, true, app.jar",
    "node:20-javascript, false, node",
    "nginx:1.27, false, nginx",
  })
  void recognisesAJvmByItsManifest(String image, boolean jvm, String command) {
    assertThat(JvmSigns.in(Optional.of(image), List.of(command), List.of()).isPresent())
        .isEqualTo(jvm);
  }

  @Test
  void recognisesAJvmByItsVariables() {
    assertThat(JvmSigns.in(Optional.empty(), List.of(), List.of("JAVA_TOOL_OPTIONS")))
        .contains(true);
    assertThat(JvmSigns.in(Optional.empty(), List.of(), List.of("PATH"))).isEmpty();
  }
}
