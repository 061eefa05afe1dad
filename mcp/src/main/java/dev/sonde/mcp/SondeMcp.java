package dev.sonde.mcp;

import dev.sonde.cli.McpOptions;
import dev.sonde.mcp.SondeTool.Trait;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves Sonde's tools to coding agents: Model Context Protocol on standard input and output. */
@Command(
    name = "sonde-mcp",
    description =
        "Serves Sonde's commands as tools to coding agents: Model Context Protocol over the standard"
            + " input and output.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 the input ended, 2 the server cannot start."},
    exitCodeOnExecutionException = SondeMcp.FAILED,
    exitCodeOnInvalidInput = SondeMcp.FAILED)
public final class SondeMcp implements Callable<Integer> {

  static final int FAILED = 2;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private McpOptions options;

  private SondeMcp() {}

  /**
   * Serves until the input ends.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new SondeMcp())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println("sonde-mcp: " + failure.getMessage());
                  return FAILED;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServedRoot root = ServedRoot.of(options.root());
    OutputStream protocol = new FileOutputStream(FileDescriptor.out);
    // Nothing but the protocol may come there.
    System.setOut(System.err);
    Set<Trait> allowed = EnumSet.noneOf(Trait.class);
    if (options.allowsWriting()) {
      allowed.add(Trait.WRITES);
    }
    if (options.allowsRunning()) {
      allowed.add(Trait.RUNS);
    }
    new ToolServer(root, allowed).serve(System.in, protocol);
    return 0;
  }
}
