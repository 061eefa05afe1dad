package dev.sonde.kubelet.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Plays scenarios and prints what happens: {@code simulate FILE...}. */
public final class SimulateRunner {

  /** All was played. */
  public static final int PLAYED = 0;

  /** Something cannot be read or is mistaken, or there is nothing to play. */
  public static final int UNUSABLE = 2;

  private static final String STDIN = "-";

  private SimulateRunner() {}

  /**
   * Plays scenarios, and the standard scenarios of manifests and probe sets. What is mistaken is
   * told; all else is played.
   *
   * @param inputs files, folders, and {@code -} for {@code in}
   * @param wish how to play them
   * @param format the form of the traces
   * @param in the standard input
   * @param out where the traces go
   * @param err where mistakes are reported, one line each
   * @return {@link #PLAYED} or {@link #UNUSABLE}
   * @throws IOException if {@code out} cannot be written
   */
  public static int run(
      List<String> inputs,
      PlayWish wish,
      OutputFormat format,
      InputStream in,
      PrintStream out,
      PrintStream err)
      throws IOException {
    SimulationFiles files = new SimulationFiles(wish);
    for (String input : inputs) {
      if (input.equals(STDIN)) {
        files.addStandardInput(in);
      } else {
        files.add(Path.of(input));
      }
    }
    List<SimulationPlan> found = files.found();
    String gap = "";
    for (SimulationPlan simulation : found) {
      if (format == OutputFormat.TEXT && found.size() > 1) {
        out.print(gap + "== " + simulation.name() + "\n");
        gap = "\n";
      }
      simulation.play(format, wish, out);
    }
    out.flush();
    files.mistakes().forEach(err::println);
    if (found.isEmpty() && files.mistakes().isEmpty()) {
      err.println("There is nothing to play: no scenario, no probe set, no workload with probes.");
    }
    return found.isEmpty() || !files.mistakes().isEmpty() ? UNUSABLE : PLAYED;
  }
}
