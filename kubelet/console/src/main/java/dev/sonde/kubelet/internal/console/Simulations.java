package dev.sonde.kubelet.internal.console;

import dev.sonde.kubelet.internal.output.TraceJson;
import dev.sonde.kubelet.internal.output.TraceText;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.standard.StandardScenarios;
import dev.sonde.kubelet.scenario.ScenarioReader;
import dev.sonde.kubelet.sim.Scenario;
import dev.sonde.kubelet.sim.Simulation;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario to be played.
 *
 * @param name tells it from the others, fit for a file's name
 * @param story what the application does in it; empty where its own file says so
 * @param scenario what is played
 */
public record Simulations(String name, String story, Scenario scenario) {

  /**
   * {@return the scenarios of files, in their order}
   *
   * @param files scenarios in YAML or JSON
   * @throws IOException if a file cannot be read
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if one is mistaken
   */
  public static List<Simulations> ofFiles(List<Path> files) throws IOException {
    List<Simulations> all = new ArrayList<>();
    for (Path file : files) {
      Scenario scenario = ScenarioReader.read(file);
      all.add(new Simulations(scenario.name(), "", scenario));
    }
    return all;
  }

  /**
   * {@return the standard scenarios of every container that compiled code describes: a slow start,
   * a hang, a database that is away}
   *
   * @param classes a folder of classes or a jar
   * @param environment what differs from the code, if anything does
   * @throws IOException if a file cannot be read
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if a document is wrong
   */
  public static List<Simulations> ofClasses(Path classes, EnvironmentChoice environment)
      throws IOException {
    List<ProbeSetFiles.Named> declared = ProbeSetFiles.in(classes);
    List<ProbeSet> effective =
        environment.apply(declared.stream().map(ProbeSetFiles.Named::probes).toList()).probes();
    List<Simulations> all = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      all.addAll(standard(declared.get(i).name(), effective.get(i)));
    }
    return all;
  }

  private static List<Simulations> standard(String name, ProbeSet probes) {
    List<PlannedScenario> planned =
        StandardScenarios.of(PodSpec.of(probes), ContainerSpec.of(probes));
    return planned.stream()
        .map(plan -> new Simulations(name + "-" + plan.id(), plan.story(), plan.scenario()))
        .toList();
  }

  /**
   * {@return what happens}
   *
   * @param format the form of the trace
   */
  public String play(Format format) {
    if (format == Format.TEXT) {
      String heading = story.isEmpty() ? "" : story + "\n\n";
      return heading + TraceText.play(scenario);
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      TraceJson.write(Simulation.play(scenario), json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return json.toString(StandardCharsets.UTF_8);
  }
}
