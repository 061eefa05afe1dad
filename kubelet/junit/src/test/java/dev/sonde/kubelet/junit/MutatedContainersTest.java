package dev.sonde.kubelet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which changes are made of probes, and which would make no difference. */
class MutatedContainersTest {

  private static List<String> of(ProbeSet probes, double timeFactor) {
    KubeletSetup setup = KubeletExtension.builder().probes(probes).timeFactor(timeFactor).setup();
    return MutatedContainers.of(setup).keySet().stream().map(ProbeMutant::text).toList();
  }

  private static Probe.Builder asks(String path) {
    return Probe.builder().handler(HttpGet.of(path, Port.of(8080)));
  }

  @Test
  void removesAProbeSwapsItsHandlerAndChangesItsNumbers() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .with(
                ProbeKind.LIVENESS,
                asks("/livez").initialDelaySeconds(7).timeoutSeconds(3).failureThreshold(5).build())
            .with(
                ProbeKind.READINESS,
                asks("/readyz").successThreshold(2).failureThreshold(1).build());
    assertThat(of(probes, 1))
        .containsExactly(
            "orders: livenessProbe removed",
            "orders: livenessProbe.httpGet.path /livez -> /readyz",
            "orders: livenessProbe.initialDelaySeconds 7 -> 0",
            "orders: livenessProbe.timeoutSeconds 3 -> 1",
            "orders: livenessProbe.timeoutSeconds 3 -> 30",
            "orders: livenessProbe.periodSeconds 10 -> 100",
            "orders: livenessProbe.failureThreshold 5 -> 1",
            "orders: livenessProbe.failureThreshold 5 -> 50",
            "orders: readinessProbe removed",
            "orders: readinessProbe.httpGet.path /readyz -> /livez",
            "orders: readinessProbe.timeoutSeconds 1 -> 10",
            "orders: readinessProbe.periodSeconds 10 -> 100",
            "orders: readinessProbe.successThreshold 2 -> 1",
            "orders: readinessProbe.failureThreshold 1 -> 10");
  }

  @Test
  void aDefaultThatIsWrittenOutMakesNoDifference() {
    ProbeSet bare =
        ProbeSet.forContainer("orders").with(ProbeKind.LIVENESS, asks("/livez").build());
    ProbeSet written =
        ProbeSet.forContainer("orders")
            .with(ProbeKind.LIVENESS, asks("/livez").build().withDefaults());
    assertThat(of(written, 1)).isEqualTo(of(bare, 1)).noneMatch(text -> text.contains("success"));
  }

  @Test
  void theSameHandlerIsNotSwapped() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .with(ProbeKind.LIVENESS, asks("/health").build().withDefaults())
            .with(ProbeKind.READINESS, asks("/health").build());
    assertThat(of(probes, 1)).noneMatch(text -> text.contains("httpGet"));
  }

  @Test
  void handlersOfDifferentTypesAreSwappedAsAWhole() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .with(ProbeKind.LIVENESS, Probe.of(new Exec(List.of("cat", "/tmp/alive"))))
            .with(ProbeKind.READINESS, asks("/readyz").build());
    assertThat(of(probes, 1))
        .contains(
            "orders: livenessProbe.exec exec command: - cat - /tmp/alive -> httpGet path: /readyz"
                + " port: 8080");
  }

  @Test
  void aTimeoutThatLastsAsLongInCompressedTimeIsNoChange() {
    ProbeSet probes =
        ProbeSet.forContainer("orders")
            .with(ProbeKind.LIVENESS, asks("/livez").timeoutSeconds(2).build());
    assertThat(of(probes, 1)).anyMatch(text -> text.endsWith("timeoutSeconds 2 -> 1"));
    assertThat(of(probes, 4)).noneMatch(text -> text.endsWith("timeoutSeconds 2 -> 1"));
  }

  @Test
  void placesAreThoseOfTheFieldOrOfWhatItWouldStandIn() {
    KubeletSetup setup =
        KubeletExtension.builder().manifest("src/test/resources/META-INF/sonde/shop.yaml").setup();
    assertThat(MutatedContainers.of(setup).keySet())
        .filteredOn(mutant -> mutant.probe() == ProbeKind.LIVENESS)
        .extracting(ProbeMutant::name, ProbeMutant::place)
        .contains(
            tuple("livenessProbe.removed", "src/test/resources/META-INF/sonde/shop.yaml:10"),
            tuple("livenessProbe.exec", "src/test/resources/META-INF/sonde/shop.yaml:11"),
            tuple(
                "livenessProbe.failureThreshold",
                "src/test/resources/META-INF/sonde/shop.yaml:15"));
  }
}
