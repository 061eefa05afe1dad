package dev.sonde.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code sonde}: what it can do, and where each thing is done. */
@Command(
    name = "sonde",
    description = "Health probes for Java applications on Kubernetes.",
    mixinStandardHelpOptions = true,
    versionProvider = SondeVersion.class,
    exitCodeOnExecutionException = Sonde.FAILED,
    exitCodeOnInvalidInput = Sonde.FAILED)
public final class Sonde implements Runnable {

  static final int FAILED = 2;

  /** In the order of the help text. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          LintCommand.class,
          GenerateCommand.class,
          MergeCommand.class,
          CheckCommand.class,
          AdoptCommand.class,
          ProbeCommand.class,
          MeasureCommand.class,
          SimulateCommand.class,
          ReplayCommand.class,
          SuggestCommand.class,
          ReportCommand.class,
          ExplainCommand.class,
          McpCommand.class,
          CompletionCommand.class,
          HelpCommand.class);

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandLine.Model.CommandSpec spec;

  private final PrintStream out;
  private final PrintStream err;

  private Sonde(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Runs a command in this process.
   *
   * @param arguments the command line
   * @param out takes what the command prints, in UTF-8
   * @param err takes what else it says, in UTF-8
   * @return the exit code; 2 means that something could not be read, or the command line is wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    return commandLine(needed(arguments), out, err)
        .setOut(utf8(out))
        .setErr(utf8(err))
        .execute(arguments.toArray(String[]::new));
  }

  /** Reports are the same bytes on every machine. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }

  static CommandLine commandLine() {
    return commandLine(COMMANDS, System.out, System.err);
  }

  /** Picocli reads the options of all commands for longer than most of these run. */
  private static List<Class<?>> needed(List<String> arguments) {
    return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
      case "lint" -> List.of(LintCommand.class);
      case "check" -> List.of(CheckCommand.class);
      case "merge" -> List.of(MergeCommand.class);
      case "measure" -> List.of(MeasureCommand.class);
      case "replay" -> List.of(ReplayCommand.class);
      case "suggest" -> List.of(SuggestCommand.class);
      default -> COMMANDS;
    };
  }

  private static CommandLine commandLine(
      List<Class<?>> commands, PrintStream out, PrintStream err) {
    CommandLine sonde = new CommandLine(new Sonde(out, err));
    commands.forEach(sonde::addSubcommand);
    return sonde
        .setExecutionExceptionHandler(Sonde::explain)
        .setParameterExceptionHandler(Sonde::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** For what is written while it happens, byte by byte. */
  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
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
