package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateTest {

  private static final Path SCENARIOS = Path.of("../documents/src/test/resources/scenarios");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String run(String file, Format format) {
    out.reset();
    assertThat(Simulate.run(SCENARIOS.resolve(file), format, stream(out), stream(err))).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  /** {@code -Dsonde.golden.rewrite=true} writes what is printed as what is expected. */
  @ParameterizedTest
  @CsvSource({"TEXT, worker-hangs.txt", "JSON, worker-hangs.json"})
  void printsTheTrace(Format format, String expected) throws IOException {
    String printed = run("worker-hangs.yaml", format);
    Path golden = SCENARIOS.resolve(expected);
    if (Boolean.getBoolean("sonde.golden.rewrite")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyEventOfTheJsonHasTimeAndName() throws IOException {
    JsonNode trace = new JsonMapper().readTree(run("everything.yaml", Format.JSON));
    assertThat(trace.get("events").size()).isGreaterThan(1000);
    double last = 0;
    for (JsonNode event : trace.get("events")) {
      assertThat(event.get("event").isTextual()).isTrue();
      assertThat(event.get("t").doubleValue()).isGreaterThanOrEqualTo(last);
      last = event.get("t").doubleValue();
    }
    assertThat(trace.get("summary").get("pods").intValue()).isEqualTo(6);
    assertThat(run("everything.yaml", Format.JSON)).isEqualTo(run("everything.yaml", Format.JSON));
  }

  @Test
  void namesPodsAndContainersWhereThereAreSeveral() {
    assertThat(run("everything.yaml", Format.TEXT))
        .contains(" [pod-0/proxy] container running", "\nt=1200.0s rollout started");
  }

  @Test
  void saysWhatItCannotRead() {
    assertThat(Simulate.run(Path.of("nowhere.yaml"), Format.TEXT, stream(out), stream(err)))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("cannot read nowhere.yaml: ");
  }
}
