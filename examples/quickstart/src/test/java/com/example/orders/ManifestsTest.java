package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hand-written manifest and the generated probes, put together by the real kubectl. */
class ManifestsTest {

  private static final Path WRITTEN = Path.of("k8s", "deployment.yaml");
  private static final Path GENERATED = Path.of("target", "sonde");
  private static final String CONTAINER = "        - name: orders\n";

  @TempDir Path folder;

  @Test
  void blocksPastedIntoTheDeploymentBuild() throws Exception {
    String blocks = Files.readString(GENERATED.resolve("orders.yaml")).indent(10);
    String pasted = Files.readString(WRITTEN).replace(CONTAINER, CONTAINER + blocks);
    Files.writeString(folder.resolve("deployment.yaml"), pasted);

    assertProbes(kustomize("resources: [deployment.yaml]\n"));
  }

  @Test
  void patchAppliesToTheDeployment() throws Exception {
    Files.copy(WRITTEN, folder.resolve("deployment.yaml"));
    Files.copy(GENERATED.resolve("kustomize/orders.yaml"), folder.resolve("probes.yaml"));

    String built = kustomize("resources: [deployment.yaml]\npatches:\n  - path: probes.yaml\n");
    assertProbes(built);
    assertThat(built).as("by the patch, not by hand").contains("terminationGracePeriodSeconds: 30");
  }

  private static void assertProbes(String built) throws IOException {
    JsonNode deployment = null;
    for (JsonNode document :
        new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(built).readAll()) {
      deployment = document.path("kind").asText().equals("Deployment") ? document : deployment;
    }
    assertThat(deployment).isNotNull();
    JsonNode containers = deployment.at("/spec/template/spec/containers");
    assertThat(containers).hasSize(1);
    JsonNode container = containers.get(0);
    assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/startedz");
    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
    assertThat(container.at("/readinessProbe/failureThreshold").asInt()).isEqualTo(2);
    assertThat(container.at("/lifecycle/preStop/sleep/seconds").asInt()).isEqualTo(5);
    assertThat(container.at("/ports")).hasSize(2);
  }

  private String kustomize(String kustomization) throws Exception {
    Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
    Path out = folder.resolve("out.yaml");
    Process kubectl = start(out);
    assertThat(kubectl.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(out);
    assertThat(kubectl.exitValue()).as(text).isZero();
    return text;
  }

  private Process start(Path out) {
    try {
      return new ProcessBuilder("kubectl", "kustomize", ".")
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(out.toFile())
          .start();
    } catch (IOException absent) {
      return abort("kubectl is not installed here: " + absent.getMessage());
    }
  }
}
