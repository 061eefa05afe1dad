package dev.sonde.kubelet.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.kubelet.AttemptOutcome;
import dev.sonde.kubelet.AttemptVerdict;
import dev.sonde.model.Exec;
import dev.sonde.model.Port;
import dev.sonde.model.TcpSocket;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpAndExecAttemptTest {

  @Nested
  class Tcp {

    @Test
    void aListeningSocketIsSuccessEvenIfNobodyAccepts() throws IOException {
      try (ServerSocket hung = new ServerSocket(0)) {
        assertThat(Once.of(TcpSocket.of(Port.of(hung.getLocalPort()))))
            .isEqualTo(AttemptOutcome.success("connected"));
      }
    }

    @Test
    void aRefusedConnectionIsAFailure() throws IOException {
      int port;
      try (ServerSocket closed = new ServerSocket(0)) {
        port = closed.getLocalPort();
      }
      assertThat(Once.of(TcpSocket.of(Port.of(port))))
          .isEqualTo(AttemptOutcome.failure("connection refused"));
    }

    @Test
    void anUnknownHostIsAFailure() {
      TcpSocket handler = new TcpSocket(Port.of(80), Optional.of("no-such-host.invalid"));
      assertThat(Once.of(handler).verdict()).isEqualTo(AttemptVerdict.FAILURE);
    }

    @Test
    void anUnknownPortNameIsAnError() {
      assertThat(Once.of(TcpSocket.of(Port.named("nope"))).verdict())
          .isEqualTo(AttemptVerdict.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"0, ERROR", "65536, ERROR", "-1, ERROR"})
    void anImpossiblePortIsAnError(int port, AttemptVerdict verdict) {
      assertThat(Once.of(TcpSocket.of(Port.of(port))).verdict()).isEqualTo(verdict);
    }
  }

  @Nested
  class ExecCommand {

    private static AttemptOutcome sh(String script) {
      return Once.of(new Exec(List.of("sh", "-c", script)));
    }

    @ParameterizedTest(name = "exit {0}: {1}")
    @CsvSource({"0, SUCCESS", "1, FAILURE", "2, FAILURE", "126, FAILURE", "255, FAILURE"})
    void judgesByTheExitCode(int code, AttemptVerdict verdict) {
      assertThat(sh("exit " + code).verdict()).isEqualTo(verdict);
    }

    @Test
    void theReasonTellsCodeAndOutput() {
      assertThat(sh("echo out; echo trouble >&2; exit 3"))
          .isEqualTo(AttemptOutcome.failure("exit code 3: out trouble"));
    }

    @Test
    void takingTooLongIsAFailure() {
      assertThat(Once.of(new Exec(List.of("sleep", "60")), Once.SHORT))
          .isEqualTo(AttemptOutcome.failure("no answer within 400ms"));
    }

    @Test
    void aCommandThatCannotRunIsAnError() {
      assertThat(Once.of(new Exec(List.of("no-such-program-anywhere"))).verdict())
          .isEqualTo(AttemptVerdict.ERROR);
    }

    @Test
    void megabytesOfOutputDoNotBlockAndNeverDecide() {
      assertThat(sh("i=0; while [ $i -lt 200 ]; do printf '%05000d' 0; i=$((i+1)); done").verdict())
          .isEqualTo(AttemptVerdict.SUCCESS);
    }

    @Test
    void aGrandchildThatKeepsTheOutputOpenDoesNotDelayTheAnswer() {
      assertThat(sh("sleep 60 & exit 0").verdict()).isEqualTo(AttemptVerdict.SUCCESS);
    }

    @Test
    void usesNoShell() {
      assertThat(Once.of(new Exec(List.of("echo", "a;", "exit", "1"))))
          .isEqualTo(AttemptOutcome.success("a; exit 1"));
    }

    @ParameterizedTest
    @CsvSource({
      "$(NAME), from the environment",
      "<$(NAME)>, <from the environment>",
      "$$(NAME), $(NAME)",
      "$(OTHER), $(OTHER)",
      "$NAME, $NAME",
      "a$, a$"
    })
    void expandsReferencesToKnownNamesOnly(String written, String seen) {
      assertThat(Once.of(new Exec(List.of("echo", written))))
          .isEqualTo(AttemptOutcome.success(seen));
    }
  }
}
