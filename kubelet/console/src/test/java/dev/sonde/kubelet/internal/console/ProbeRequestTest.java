package dev.sonde.kubelet.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.live.WatchGoal;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ProbeRequestTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static ProbeRequest request(
      String duration, Optional<String> url, Optional<String> policy, Optional<Long> grace) {
    return new ProbeRequest(
        List.of(),
        "127.0.0.1",
        WatchGoal.READY,
        duration,
        url.map(URI::create),
        policy,
        grace,
        KubernetesVersion.DEFAULT,
        true);
  }

  private int run(ProbeRequest request) {
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    return request.run(ProbedContainer.of(ProbeSet.forContainer("shop")), printed, printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1m  |                | Always    | -5 | --grace-period (in a pom gracePeriodSeconds) -5 is"
            + " negative. Give 0 or more seconds.",
        "-1  |                | Always    | 5  | --max-duration (in a pom maxDuration) \"-1\" is not"
            + " of the form 90s or 2m. Give at most 366 days, or 0 for no limit.",
        "1y  |                | Always    | 5  | --max-duration (in a pom maxDuration) \"1y\" is not"
            + " of the form 90s or 2m. Give at most 366 days, or 0 for no limit.",
        "367d|                | Always    | 5  | --max-duration (in a pom maxDuration) \"367d\" is"
            + " not of the form 90s or 2m. Give at most 366 days, or 0 for no limit.",
        "1m  | localhost:8080 | Always    | 5  | --when-ready-get (in a pom whenReadyGet)"
            + " \"localhost:8080\" is no URL like http://localhost:8080/path.",
        "1m  |                | Sometimes | 5  | restartPolicy \"Sometimes\" is not known. Write"
            + " Always, OnFailure or Never."
      })
  void whatMakesNoSenseIsToldWithItsPlaceBeforeAnythingStarts(
      String duration, String url, String policy, long grace, String message) {
    ProbeRequest mistaken =
        request(duration, Optional.ofNullable(url), Optional.of(policy), Optional.of(grace));
    assertThatIllegalArgumentException().isThrownBy(() -> run(mistaken)).withMessage(message);
    assertThat(out.size()).isZero();
  }

  @Test
  void aGracePeriodOfNothingIsTaken() {
    assertThat(run(request("1m", Optional.empty(), Optional.empty(), Optional.of(0L)))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("pod ready");
  }
}
