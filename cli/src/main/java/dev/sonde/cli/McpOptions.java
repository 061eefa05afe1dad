package dev.sonde.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a server of the Model Context Protocol may see and do, in the words of both its starts. */
public final class McpOptions {

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description =
          "The folder whose files the server may read, and nothing outside; the current folder if "
              + "not given.")
  private Path root = Path.of("");

  @Option(
      names = "--allow-writing",
      description = "Offers the tools that write files too: merge, and adopt into a source folder.")
  private boolean allowWriting;

  @Option(
      names = "--allow-running",
      description =
          "Allows measure to start the commands that it is asked to, and to write down what it"
              + " measured. Commands may do whatever this user may.")
  private boolean allowRunning;

  private McpOptions() {}

  /** {@return the folder whose files may be read} */
  public Path root() {
    return root;
  }

  /** Tells whether there are tools that write files. */
  public boolean allowsWriting() {
    return allowWriting;
  }

  /** Tells whether tools may start processes. */
  public boolean allowsRunning() {
    return allowRunning;
  }

  /** {@return the options as they were given} */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (!root.equals(Path.of(""))) {
      words.addAll(List.of("--root", root.toString()));
    }
    if (allowWriting) {
      words.add("--allow-writing");
    }
    if (allowRunning) {
      words.add("--allow-running");
    }
    return words;
  }
}
