package com.example.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.model.ProbeSet;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Annotations and DSL both give what was written by hand, compared as parsed YAML. */
class SeedManifestsTest {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void startupProbeFromAnnotations() throws IOException {
    assertThat(blocks(fromAnnotations("slow-starter"))).isEqualTo(original("startup"));
  }

  @Test
  void startupProbeFromTheDsl() throws IOException {
    assertThat(blocks(SeedProbes.slowStarter())).isEqualTo(original("startup"));
  }

  @Test
  void livenessPodFromAnnotations() throws IOException {
    Pod pod = SeedPods.livenessExec(fromAnnotations("liveness"));

    assertThat(parsed(pod)).isEqualTo(original("liveness"));
  }

  @Test
  void livenessPodFromTheDsl() throws IOException {
    Pod pod = SeedPods.livenessExec(SeedProbes.livenessExec());

    assertThat(parsed(pod)).isEqualTo(original("liveness"));
  }

  @Test
  void readinessPodFromAnnotations() throws IOException {
    Pod pod = SeedPods.goproxy(fromAnnotations("goproxy"));

    assertThat(parsed(pod)).isEqualTo(original("readiness"));
  }

  @Test
  void readinessPodFromTheDsl() throws IOException {
    Pod pod = SeedPods.goproxy(SeedProbes.goproxy());

    assertThat(parsed(pod)).isEqualTo(original("readiness"));
  }

  private static ProbeSet fromAnnotations(String container) throws IOException {
    String name = "META-INF/sonde/" + container + ".yaml";
    return ProbeSetReader.read(name, text("/" + name));
  }

  private static JsonNode blocks(ProbeSet probes) throws IOException {
    return YAML.readTree(probes.toYaml());
  }

  private static JsonNode parsed(Pod pod) throws IOException {
    return YAML.readTree(YAML.writeValueAsString(pod));
  }

  private static JsonNode original(String name) throws IOException {
    return YAML.readTree(text("/originals/" + name + ".yaml"));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = SeedManifestsTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    }
  }
}
