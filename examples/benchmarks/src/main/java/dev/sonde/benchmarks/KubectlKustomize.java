package dev.sonde.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.shapes.StrategicMergePatch;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lets {@code kubectl kustomize} build the manifest with a patch; its start counts, too. */
final class KubectlKustomize implements RoundTrips.Tool {

  private static final String KUSTOMIZATION =
      """
      resources: [all.yaml]
      patches:
      - path: patch.yaml
      """;

  static boolean isHere() throws InterruptedException {
    try {
      return new ProcessBuilder("kubectl", "version", "--client")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String apply(String manifest, ProbeSet probes) throws Exception {
    Path folder = Files.createTempDirectory("kustomize");
    List<Path> files =
        List.of(
            Files.writeString(folder.resolve("all.yaml"), manifest),
            Files.writeString(folder.resolve("patch.yaml"), StrategicMergePatch.of(probes)),
            Files.writeString(folder.resolve("kustomization.yaml"), KUSTOMIZATION));
    try {
      return build(folder);
    } finally {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static String build(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("kubectl", "kustomize", ".")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String built = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("kubectl kustomize failed");
    }
    return built;
  }
}
