package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/command-line.md names every command. */
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
}
