package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command is the same, whether it is read alone or with all others. */
class SondeTest {

  static Set<String> commands() {
    return Sonde.commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void printsTheSameHelpWhetherReadAloneOrWithAllOthers(String command) {
    StringWriter expected = new StringWriter();
    int code =
        Sonde.commandLine().setOut(new PrintWriter(expected, true)).execute(command, "--help");

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    assertThat(Sonde.run(List.of(command, "--help"), stream, System.err)).isEqualTo(code).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo(expected.toString()).contains("sonde " + command);
  }
}
