package dev.sonde.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands and options of \"sonde\" in a shell.",
      "bash and zsh: source <(sonde completion bash)",
      "fish: sonde completion fish | source"
    },
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

  /** Where picocli's script lists what an option or a parameter may be. */
  private static final Pattern VALUES = Pattern.compile("_args=\\([^)]*\\)");

  /** A shell that can complete. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Shell shell;

  private CompletionCommand() {}

  @Override
  public Integer call() {
    CommandSpec root = spec.root();
    PrintWriter out = spec.commandLine().getOut();
    out.print(shell == Shell.FISH ? FishCompletion.of(root) : bash(root));
    out.flush();
    return 0;
  }

  /** It serves zsh, too. Values are taken in either case, and people type them in the lower one. */
  private static String bash(CommandSpec root) {
    return VALUES
        .matcher(AutoComplete.bash(root.name(), root.commandLine()))
        .replaceAll(values -> Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT)));
  }
}
