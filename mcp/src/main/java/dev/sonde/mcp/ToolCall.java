package dev.sonde.mcp;

import dev.sonde.cli.Sonde;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.mcp.SondeTool.Trait;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call of a tool: it runs the command of the same name, with the same code.
 *
 * @param tool the tool
 * @param arguments what the call says; they fit the tool's schema
 * @param root the folder whose files may be read
 */
record ToolCall(SondeTool tool, Map<String, Object> arguments, ServedRoot root) {

  /** {@return what the command says; a call that is refused says why} */
  ToolReply reply() {
    BoundedOutput out = new BoundedOutput();
    BoundedOutput err = new BoundedOutput();
    try (PrintStream printed = stream(out);
        PrintStream noted = stream(err)) {
      int code = Sonde.run(command(), printed, noted);
      printed.flush();
      noted.flush();
      return new ToolReply(code, out.text(), err.text(), out.isCut() || err.isCut());
    } catch (RefusedCallException | IOException | UnreadableDocumentException refused) {
      return ToolReply.refused(String.valueOf(refused.getMessage()));
    }
  }

  private static PrintStream stream(BoundedOutput output) {
    return new PrintStream(output, false, StandardCharsets.UTF_8);
  }

  private List<String> command() throws IOException {
    List<String> options = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    for (ToolArgument argument : tool.arguments()) {
      Object value = arguments.get(argument.name());
      if (value != null) {
        List<String> words = argument.words(value, root);
        (argument.option().isEmpty() ? operands : options).addAll(words);
        if (argument.name().equals("paths")) {
          words.forEach(word -> paths.add(Path.of(word)));
        }
      }
    }
    if (tool.is(Trait.SCENARIOS)) {
      new NamedFiles(root).refuseOutside(paths);
    }
    List<String> words = new ArrayList<>(tool.command());
    words.addAll(options);
    words.addAll(tool.is(Trait.SETTINGS) ? settings(paths) : List.of());
    words.add("--");
    words.addAll(operands);
    return words;
  }

  /** The command itself would look for settings above the root, too. */
  private List<String> settings(List<Path> paths) throws IOException {
    Set<Path> files = new TreeSet<>();
    for (Path path : paths) {
      Optional<Path> file = root.projectFile(path);
      file.ifPresent(files::add);
    }
    if (files.size() > 1) {
      throw new RefusedCallException(
          "The paths belong to several projects: %s. Name those of one.".formatted(files));
    }
    return files.isEmpty()
        ? List.of("--no-project")
        : List.of("--project=" + files.iterator().next());
  }
}
