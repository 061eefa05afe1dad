package dev.sonde.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether a command says more than what it finds. */
final class QuietParameter {

  @Option(
      names = {"-q", "--quiet"},
      description =
          "Prints findings, errors and what you asked for, and nothing about the run itself.")
  private boolean quiet;

  private QuietParameter() {}

  boolean isQuiet() {
    return quiet;
  }

  /** Prints a line that is neither a finding nor an error, unless people want none. */
  void note(PrintWriter out, Object line) {
    if (!quiet) {
      out.println(line);
    }
  }
}
