package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.junit.Kubelet;
import dev.sonde.kubelet.junit.KubeletTest;
import dev.sonde.kubelet.junit.MutationReport;
import dev.sonde.kubelet.junit.ProbeMutant;
import dev.sonde.kubelet.junit.ProbeMutations;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a suite notices when somebody changes the probes. */
class OrdersProbeMutationsTest {

  /** A suite that looks at pauses only. */
  @KubeletTest(
      application = OrdersApplication.class,
      jvmArguments = "-Dorders.loadingMillis=500",
      timeFactor = 4)
  static class Pauses {

    @Test
    void areSurvived(Kubelet kubelet) {
      kubelet.awaitReady().survivesStall(Duration.ofSeconds(4));
    }
  }

  @Test
  void pausesNoticeAProbeThatIsTooImpatientAndNoneThatIsTooPatient() {
    MutationReport report =
        ProbeMutations.of(Pauses.class).only("livenessProbe.failureThreshold").run();

    assertThat(report.tried()).hasSize(2);
    assertThat(report.survivors()).extracting(ProbeMutant::after).containsExactly("30");
  }
}
