package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code sonde}: what it can do, and where each thing is done. */
@Command(
    name = "sonde",
    description = "Health probes for Java applications on Kubernetes.",
    mixinStandardHelpOptions = true,
    versionProvider = SondeVersion.class,
    subcommands = {
      LintCommand.class,
      GenerateCommand.class,
      MergeCommand.class,
      CheckCommand.class,
      AdoptCommand.class,
      ProbeCommand.class,
      SimulateCommand.class,
      ReportCommand.class,
      ExplainCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    exitCodeOnExecutionException = Sonde.FAILED,
    exitCodeOnInvalidInput = Sonde.FAILED)
public final class Sonde implements Runnable {

  static final int FAILED = 2;

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  private Sonde() {}

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    CommandLine commandLine = commandLine();
    commandLine.setOut(utf8(System.out));
    commandLine.setErr(utf8(System.err));
    System.exit(commandLine.execute(arguments));
  }

  /** Reports are the same bytes on every machine. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Sonde())
        .setExecutionExceptionHandler(Sonde::explain)
        .setParameterExceptionHandler(Sonde::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  /** The message last, where people look, and not above all that the command can do. */
  private static int explain(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command
        .getErr()
        .println(
            "sonde: %s See \"%s --help\"."
                .formatted(
                    sentence(String.valueOf(wrong.getMessage())),
                    command.getCommandSpec().qualifiedName(" ")));
    return FAILED;
  }

  /** Picocli ends its messages in several ways. */
  private static String sentence(String message) {
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }

  /** No stack trace: what failed is outside of Sonde, mostly the output. */
  private static int explain(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parseResult) {
    commandLine.getErr().println("sonde: " + e.getMessage());
    return FAILED;
  }
}
