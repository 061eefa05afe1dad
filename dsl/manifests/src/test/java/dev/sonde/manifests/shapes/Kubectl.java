package dev.sonde.manifests.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real {@code kubectl}, where there is one. */
final class Kubectl {

  private static final long PATIENCE_SECONDS = 60;

  private Kubectl() {}

  /**
   * Builds a kustomization of these files, or ends the test with a word where kubectl is absent.
   */
  static String kustomize(Path folder, Map<String, String> files) throws Exception {
    Result result = build(folder, files);
    assertThat(result.exitCode()).as(result.text()).isZero();
    return result.text();
  }

  /** Builds what kustomize is to refuse, and returns what it says. */
  static String kustomizeRefuses(Path folder, Map<String, String> files) throws Exception {
    Result result = build(folder, files);
    assertThat(result.exitCode()).as(result.text()).isNotZero();
    return result.text();
  }

  private record Result(int exitCode, String text) {}

  private static Result build(Path folder, Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Path out = folder.resolve("out.txt");
    Process process = start(folder, out);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out));
  }

  private static Process start(Path folder, Path out) {
    try {
      return new ProcessBuilder("kubectl", "kustomize", ".")
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(out.toFile())
          .start();
    } catch (IOException e) {
      return abort(
          "kubectl is not on the path, so the patch is not built by it: " + e.getMessage());
    }
  }
}
