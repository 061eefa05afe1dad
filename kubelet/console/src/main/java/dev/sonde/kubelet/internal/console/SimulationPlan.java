package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.internal.output.SeedRange;
import dev.sonde.kubelet.internal.output.TraceJson;
import dev.sonde.kubelet.internal.output.TraceText;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.standard.StandardScenarios;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A scenario to be played.
 *
 * @param name tells it from the others, fit for a file's name
 * @param story what the application does in it; empty where its own file says so
 * @param scenario what is played
 */
public record SimulationPlan(String name, String story, Scenario scenario) {

  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]+");

  /** Makes the name fit for a file's. */
  public SimulationPlan {
    name = UNFIT.matcher(name).replaceAll("-");
  }

  /**
   * {@return what files and folders hold, in their order: scenarios, and the standard scenarios of
   * probe sets and manifests}
   *
   * @param files files and folders
   * @param wish how to play them
   * @throws IOException if something cannot be read or is mistaken; its message tells all of it
   */
  public static List<SimulationPlan> ofFiles(List<Path> files, PlayWish wish) throws IOException {
    SimulationFiles all = new SimulationFiles(wish);
    files.forEach(all::add);
    if (!all.mistakes().isEmpty()) {
      throw new IOException(String.join("\n", all.mistakes()));
    }
    return all.found();
  }

  static SimulationPlan of(Scenario scenario) {
    return new SimulationPlan(scenario.name(), "", scenario);
  }

  /**
   * {@return the standard scenarios of every container that compiled code describes: a slow start,
   * a hang, a database that is away}
   *
   * @param classes a folder of classes or a jar
   * @param environment what differs from the code, if anything does
   * @param wish how to play them
   * @throws IOException if a file cannot be read
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if a document is wrong
   */
  public static List<SimulationPlan> ofClasses(
      Path classes, EnvironmentChoice environment, PlayWish wish) throws IOException {
    List<ProbeSetFiles.Named> declared = ProbeSetFiles.in(classes);
    List<ProbeSet> effective =
        environment.apply(declared.stream().map(ProbeSetFiles.Named::probes).toList()).probes();
    List<SimulationPlan> all = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      standard(declared.get(i).name(), effective.get(i)).forEach(plan -> all.add(plan.as(wish)));
    }
    return all;
  }

  static List<SimulationPlan> standard(String name, ProbeSet probes) {
    return standard(name, PodSpec.of(probes), ContainerSpec.of(probes));
  }

  /** The standard scenarios of one container of a pod. */
  static List<SimulationPlan> standard(String name, PodSpec pod, ContainerSpec container) {
    List<PlannedScenario> planned = StandardScenarios.of(pod, container);
    return planned.stream().map(plan -> of(name + "-" + plan.id(), plan)).toList();
  }

  private static SimulationPlan of(String name, PlannedScenario plan) {
    return new SimulationPlan(name, plan.story(), plan.scenario().named(name));
  }

  /** This, to be played as somebody wishes. */
  SimulationPlan as(PlayWish wish) {
    return new SimulationPlan(name, story, wish.applied(scenario));
  }

  /** This, distinguished from all others of the same name. */
  SimulationPlan besides(Set<String> taken) {
    String other = name;
    for (int i = 2; !taken.add(other); i++) {
      other = name + "-" + i;
    }
    return new SimulationPlan(other, story, scenario);
  }

  /**
   * Plays it and writes what happens.
   *
   * @param format the form of the trace
   * @param wish over how many seeds to tell a range
   * @param out where to
   * @throws IOException if it cannot be written
   */
  public void play(OutputFormat format, PlayWish wish, OutputStream out) throws IOException {
    Optional<SeedRange> range = wish.range(scenario);
    if (format == OutputFormat.JSON) {
      TraceJson.play(scenario, range, out);
      return;
    }
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      write(text, story.isEmpty() ? "" : story + "\n\n");
      TraceText.play(scenario, range, lines -> write(text, lines));
    } catch (UncheckedIOException unwritable) {
      throw unwritable.getCause();
    }
    text.flush();
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
