package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/command-line.md names every command, and shows what they print. */
class CommandLinePageTest {

  private static final Path PAGE = Path.of("../docs/command-line.md");

  @Test
  void namesEveryCommand() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Sonde.commandLine().getSubcommands().keySet())
        .allSatisfy(
            command ->
                assertThat(page).containsAnyOf("`" + command + "`", "sonde " + command + " "));
  }

  @Test
  void showsWhatExplainPrints() throws IOException {
    String page = Files.readString(PAGE);
    String command = "$ sonde explain liveness-tcp\n";
    int start = page.indexOf(command) + command.length();
    StringWriter out = new StringWriter();
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    assertThat(commandLine.execute("explain", "liveness-tcp")).isZero();
    assertThat(out.toString()).startsWith(page.substring(start, page.indexOf("```", start)));
  }
}
