package dev.sonde.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the server for coding agents, which is a jar of its own. */
@Command(
    name = "mcp",
    description =
        "Serves lint, check, adopt, explain, answers, simulate, suggest, replay and measure to coding"
            + " agents: Model Context Protocol over the standard input and output. Needs"
            + " sonde-mcp.jar beside this jar.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 the input ended, 2 the server cannot start."})
final class McpCommand implements Callable<Integer> {

  private static final String JAR = "sonde-mcp.jar";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private McpOptions options;

  private McpCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path jar = beside();
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "There is no %s, which serves the protocol. Put it there, or start it itself: java -jar %s"
              .formatted(jar, JAR));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(options.words());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static Path beside() throws IOException {
    try {
      return Path.of(McpCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolveSibling(JAR);
    } catch (URISyntaxException nowhere) {
      throw new IOException("Sonde's own jar cannot be found: " + nowhere.getMessage(), nowhere);
    }
  }
}
