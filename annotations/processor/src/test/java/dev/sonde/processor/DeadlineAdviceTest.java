package dev.sonde.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.CheckFacts;
import dev.sonde.lint.ProbeLint;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.TcpSocket;
import dev.sonde.runtime.internal.engine.ProbeDeadline;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The advice on deadlines goes by the time that the runtime really leaves to checks. */
class DeadlineAdviceTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 10, 60, 3600})
  void advisesWhereTheRuntimeAnswersBeforeTheCheckIsDone(int timeout) {
    Duration left = ProbeDeadline.within(Duration.ofSeconds(timeout));

    assertThat(isAdvised(timeout, left)).isTrue();
    assertThat(isAdvised(timeout, left.minusMillis(1))).isFalse();
  }

  private static boolean isAdvised(int timeout, Duration deadline) {
    Probe probe =
        Probe.builder()
            .handler(new TcpSocket(Port.of(8080), Optional.empty()))
            .timeoutSeconds(timeout)
            .periodSeconds(timeout)
            .build();
    CheckFacts check =
        new CheckFacts("db", ProbeKind.READINESS, Optional.of(deadline), false, Optional.empty());
    return ProbeLint.check(
            ProbeSet.forContainer(ContainerRef.ONLY).with(ProbeKind.READINESS, probe),
            ApplicationFacts.JVM.withChecks(check))
        .stream()
        .anyMatch(finding -> finding.rule().id().equals("check-deadline"));
  }
}
