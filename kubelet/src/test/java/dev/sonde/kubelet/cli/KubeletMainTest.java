package dev.sonde.kubelet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class KubeletMainTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return KubeletMain.run(new PrintStream(out, true), new PrintStream(err, true), arguments);
  }

  private String probes(String command) throws IOException {
    Path file = folder.resolve("app.yaml");
    Files.writeString(
        file,
        """
        apiVersion: sonde.dev/v1
        kind: ProbeSet
        container: app
        readinessProbe:
          exec:
            command: ["%s"]
          periodSeconds: 1
        """
            .formatted(command));
    return file.toString();
  }

  @Test
  void showsTheWayToReady() throws IOException {
    int code = run(probes("true"), "--until", "ready", "--", "sleep", "60");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("container running\n", "readiness succeeded\n", "pod ready\n")
        .contains("\nSummary\n  readiness  1 tries, 0 failed\n")
        .endsWith("  ended      goal reached\n");
  }

  @Test
  void endsWithOneWhenTheGoalIsNotReachedInTime() throws IOException {
    int code =
        run(probes("false"), "--until", "ready", "--max-duration", "1s", "--", "sleep", "60");
    assertThat(code).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("  ended      time is up\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', the file of the probes is missing.",
    "--until never, --until never: write ready or restart.",
    "--until, --until needs a value.",
    "--max-duration soon, duration \"soon\" is not of the form 90s or 2m.",
    "a.yaml --what, unexpected \"--what\".",
    "missing.yaml, cannot read missing.yaml",
    "--kubernetes new, Kubernetes version \"new\" is not of the form 1.34. Write major.minor."
  })
  void saysWhatIsWrongWithTheCommandLine(String line, String complaint) {
    int code = run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(complaint);
  }

  @Test
  void refusesAnotherKindOfDocument() throws IOException {
    Path file = Files.writeString(folder.resolve("pod.yaml"), "apiVersion: v1\nkind: Pod\n");
    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("pod.yaml: no such container.");
  }
}
