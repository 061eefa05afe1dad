package dev.sonde.manifests.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sonde.model.HttpGet;
import dev.sonde.model.Port;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.ProbeSet;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Fabric8YamlTest {

  private static final ProbeSet PROBES =
      ProbeSet.forContainer("web")
          .with(ProbeKind.LIVENESS, Probe.of(HttpGet.of("/livez", Port.named("http"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1       | Pod         | spec: {containers: [{name: web}]}",
        "apps/v1  | Deployment  | spec: {template: {spec: {containers: [{name: web}]}}}",
        "apps/v1  | StatefulSet | spec: {template: {spec: {containers: [{name: web}]}}}",
        "apps/v1  | DaemonSet   | spec: {template: {spec: {containers: [{name: web}]}}}",
        "apps/v1  | ReplicaSet  | spec: {template: {spec: {containers: [{name: web}]}}}",
        "batch/v1 | Job         | spec: {template: {spec: {containers: [{name: web}]}}}",
        "batch/v1 | CronJob     | 'spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: web}]}}}}}'",
      })
  void readsAWorkloadTakesProbesAndWritesThem(String apiVersion, String kind, String spec) {
    String manifest =
        "apiVersion: %s\nkind: %s\nmetadata: {name: x}\n%s\n".formatted(apiVersion, kind, spec);
    HasMetadata workload = Fabric8Yaml.read(manifest).get(0);

    String written = Fabric8Yaml.write(Fabric8Workloads.apply(PROBES, workload));

    HasMetadata again = Fabric8Yaml.read(written).get(0);
    assertThat(again.getKind()).isEqualTo(kind);
    assertThat(Fabric8Workloads.read(again, "web").liveness()).isEqualTo(PROBES.liveness());
  }

  @Test
  void readsManyDocumentsAndKindsItDoesNotKnow() {
    List<HasMetadata> objects =
        Fabric8Yaml.read("---\n---\napiVersion: v1\nkind: Service\nmetadata: {name: x}\n---\n");

    assertThat(objects).hasSize(1).first().isInstanceOf(GenericKubernetesResource.class);
  }

  @Test
  void tellsThePlaceOfBrokenYaml() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Fabric8Yaml.read("kind: [\n"))
        .withMessageContaining("line");
  }
}
