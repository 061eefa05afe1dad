package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.internal.output.TraceJson;
import dev.sonde.kubelet.internal.output.TraceText;
import dev.sonde.kubelet.scenario.ScenarioReader;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.manifests.document.UnreadableDocumentException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Plays the scenario in a file and prints what happens: {@code simulate SCENARIO}. */
public final class Simulate {

  /** It was played. */
  public static final int PLAYED = 0;

  /** The scenario cannot be read, or is mistaken. */
  public static final int UNUSABLE = 2;

  private Simulate() {}

  /**
   * Plays a scenario.
   *
   * @param file the scenario
   * @param format the form of the trace
   * @param out where the trace goes
   * @param err where mistakes are told, one line each
   * @return {@link #PLAYED} or {@link #UNUSABLE}
   */
  public static int run(Path file, Format format, PrintStream out, PrintStream err) {
    try {
      Scenario scenario = ScenarioReader.read(file);
      if (format == Format.JSON) {
        TraceJson.write(Simulation.play(scenario), out);
      } else {
        out.print(TraceText.play(scenario));
        out.flush();
      }
      return PLAYED;
    } catch (IOException unreadable) {
      err.println("cannot read " + file + ": " + unreadable.getMessage());
    } catch (UnreadableDocumentException mistaken) {
      err.println(mistaken.getMessage());
    }
    return UNUSABLE;
  }
}
