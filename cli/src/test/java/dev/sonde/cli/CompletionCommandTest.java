package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CompletionCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** The words that a real bash offers after what was typed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sonde li|lint",
        "sonde exp|explain",
        "sonde lint --fail|--fail-on",
        "sonde adopt --qui|--quiet",
        "sonde lint --format sa|sarif",
        "sonde completion fi|fish"
      })
  void completesInBash(String typed, String offered) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
    assertThat(run("completion", "bash")).isZero();
    Path script = Files.writeString(folder.resolve("sonde.bash"), out.toString());
    assertThat(bash(script, typed).lines()).contains(offered);
  }

  private static String bash(Path script, String typed) throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder(
                "/bin/bash",
                "--norc",
                "-c",
                """
                source "$1"
                COMP_LINE=$2; COMP_POINT=${#COMP_LINE}
                read -r -a COMP_WORDS <<< "$COMP_LINE"
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                function=$(complete -p sonde | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
                $function
                printf '%s\\n' "${COMPREPLY[@]}"
                """,
                "bash",
                script.toString(),
                typed)
            .redirectErrorStream(true)
            .start();
    String printed = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(printed).isZero();
    return printed;
  }

  @Test
  void writesForFishEachCommandAndOption() {
    assertThat(run("completion", "FISH")).isZero();
    assertThat(out.toString().lines())
        .allMatch(line -> line.startsWith("complete -c sonde -n '"))
        .contains(
            "complete -c sonde -n '__fish_use_subcommand' -a 'lint' -d 'Judges the probes in"
                + " manifests: the API server\\'s own verdict, then advice.'")
        .anyMatch(
            line ->
                line.startsWith(
                    "complete -c sonde -n '__fish_seen_subcommand_from lint' -l format -r -f -a"
                        + " 'text json sarif' -d '"));
  }

  @Test
  void refusesAnotherShell() {
    assertThat(run("completion", "tcsh")).isEqualTo(2);
    assertThat(err.toString()).contains("tcsh");
  }

  private int run(String... arguments) {
    CommandLine commandLine = Sonde.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
