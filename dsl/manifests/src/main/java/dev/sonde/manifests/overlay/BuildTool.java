package dev.sonde.manifests.overlay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.rules.FindingWords;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of this machine that builds manifests.
 *
 * @param command the program and its words before the folder
 */
public record BuildTool(List<String> command) {

  private static final long PATIENCE_SECONDS = 60;

  /** As in {@code E1129 08:02:40.374253 6208 run.go:72] "command failed" err="no matches"}. */
  private static final Pattern LOGGED = Pattern.compile("[EF]\\d{4} .*? err=\"(.*)\"");

  /** Copies the words, so that the value stays what it was. */
  public BuildTool {
    command = List.copyOf(command);
  }

  /**
   * {@return the first of some programs that is there}
   *
   * @param programs each with its words before the folder
   * @param searchPath folders with the path separator between them, as in the variable {@code PATH}
   */
  static Optional<BuildTool> first(List<List<String>> programs, String searchPath) {
    return programs.stream()
        .flatMap(words -> find(words, searchPath).stream())
        .map(BuildTool::new)
        .findFirst();
  }

  private static Optional<List<String>> find(List<String> words, String searchPath) {
    return Arrays.stream(searchPath.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(words.get(0)))
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst()
        .map(
            program -> {
              List<String> found = new ArrayList<>(words);
              found.set(0, program.toString());
              return found;
            });
  }

  /**
   * {@return the built manifests}
   *
   * @param folder what to build
   * @throws IOException if it cannot be built; the message is the tool's own, on one line
   */
  public byte[] build(Path folder) throws IOException {
    Path out = Files.createTempFile("sonde", ".yaml");
    Path err = Files.createTempFile("sonde", ".txt");
    try {
      List<String> words = new ArrayList<>(command);
      words.add(folder.toString());
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!ended(process)) {
        throw new IOException("no answer within " + PATIENCE_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(oneLine(new String(BoundedBytes.of(err), UTF_8)));
      }
      return BoundedBytes.of(out);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static boolean ended(Process process) throws IOException {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Without the time and the number of the process, which kubectl puts before it. */
  private static String oneLine(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    Matcher logged = LOGGED.matcher(line);
    return FindingWords.visible(logged.matches() ? logged.group(1).replace("\\\"", "\"") : line);
  }

  /** {@return the program's name, as in {@code kubectl kustomize}} */
  public String name() {
    List<String> words = new ArrayList<>(command);
    words.set(0, String.valueOf(Path.of(words.get(0)).getFileName()));
    return String.join(" ", words);
  }
}
