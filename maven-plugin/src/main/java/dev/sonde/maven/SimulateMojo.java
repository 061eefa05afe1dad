package dev.sonde.maven;

import dev.sonde.kubelet.internal.console.OutputFormat;
import dev.sonde.kubelet.internal.console.PlayWish;
import dev.sonde.kubelet.internal.console.SimulationPlan;
import dev.sonde.kubelet.sim.KubeletMode;
import dev.sonde.manifests.files.AllOrNothing;
import dev.sonde.rules.KubernetesOption;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Plays on virtual time what the kubelet will do, second by second: scenarios from files, or, where
 * none are given, the standard scenarios with the probes of the compiled classes: a slow start, a
 * hang, a database that is away for a while.
 */
@Mojo(name = "simulate", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class SimulateMojo extends CompiledProbesMojo {

  /**
   * Scenarios in YAML or JSON, or manifests, of which the standard scenarios are played; files and
   * folders. If none are given, the standard scenarios of the compiled classes are played.
   */
  @Parameter(property = "sonde.scenarios")
  private List<File> scenarios = List.of();

  /** How the traces are written: {@code text} for people, {@code json} for programs. */
  @Parameter(property = "sonde.simulate.format", defaultValue = "text")
  private String format = "text";

  /**
   * The folder to write to, one file for each scenario: {@code NAME.txt} or {@code NAME.json}. If
   * none is given, the traces go to Maven's own output.
   */
  @Parameter(property = "sonde.simulate.output")
  private File outputDirectory;

  /**
   * How the kubelet keeps time: {@code ideal}, one that acts at once, or {@code real}, one that is
   * as late as on a node, with a range over 100 seeds. As the scenario says, or else ideal.
   */
  @Parameter(property = "sonde.simulate.mode")
  private String mode;

  /**
   * The release of Kubernetes to behave like, 1.31 to 1.37; of several the newest. If none is
   * given, as the scenario says, or else the newest known.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    OutputFormat form = EnumWords.of(OutputFormat.class, format);
    PlayWish wish = wish();
    List<SimulationPlan> found = found(wish);
    if (found.isEmpty()) {
      getLog().info(withoutProbes());
    }
    for (SimulationPlan simulation : found) {
      hand(simulation, form, wish);
    }
  }

  private PlayWish wish() throws MojoExecutionException {
    return new PlayWish(
        mode == null ? Optional.empty() : Optional.of(EnumWords.of(KubeletMode.class, mode)),
        KubernetesOption.newest(kubernetes),
        OptionalInt.empty());
  }

  private List<SimulationPlan> found(PlayWish wish) throws IOException, MojoFailureException {
    return scenarios.isEmpty()
        ? SimulationPlan.ofClasses(
            compiled(), environment(project(List.of(basedir.toPath()))), wish)
        : SimulationPlan.ofFiles(scenarios.stream().map(File::toPath).toList(), wish);
  }

  private void hand(SimulationPlan simulation, OutputFormat form, PlayWish wish)
      throws IOException {
    if (outputDirectory == null) {
      getLog().info("Scenario " + simulation.name());
      simulation.play(form, wish, System.out);
      System.out.println();
      return;
    }
    String ending = form == OutputFormat.TEXT ? ".txt" : "." + form.name().toLowerCase(Locale.ROOT);
    Path file = outputDirectory.toPath().resolve(simulation.name() + ending);
    AllOrNothing.write(file, out -> simulation.play(form, wish, out));
    getLog().info("Scenario " + simulation.name() + ": " + file);
  }
}
