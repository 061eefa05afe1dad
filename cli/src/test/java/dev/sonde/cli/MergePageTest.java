package dev.sonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/merge.md} names every option. */
class MergePageTest {

  @ParameterizedTest
  @ValueSource(strings = {"merge", "check"})
  void namesEveryOption(String command) throws IOException {
    String page = Files.readString(Path.of("../docs/merge.md"));
    assertThat(Sonde.commandLine().getSubcommands().get(command).getCommandSpec().options())
        .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
        .isNotEmpty()
        .allSatisfy(option -> assertThat(page).contains("`" + option.longestName()));
  }
}
