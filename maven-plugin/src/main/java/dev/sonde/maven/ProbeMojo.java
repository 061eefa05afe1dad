package dev.sonde.maven;

import dev.sonde.kubelet.internal.console.ProbeRequest;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.live.WatchGoal;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.KubernetesOption;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the project's application as the kubelet would, probes it, and restarts it when a probe says
 * so; one line for each event. Without {@code mainClass} and {@code command} it probes what runs
 * already. Ctrl-C ends it, and the application with it.
 */
@Mojo(
    name = "probe",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ProbeMojo extends ClassesMojo {

  /** A manifest or a probe-set document. If none is given, the probes of the compiled classes. */
  @Parameter(property = "sonde.probe.file")
  private File file;

  /** Which workload of a manifest, as {@code Deployment/orders} or {@code orders}. */
  @Parameter(property = "sonde.workload")
  private String workload;

  /** Which container, by its name. */
  @Parameter(property = "sonde.container")
  private String container;

  /** The class whose {@code main} method is run, with the project's run-time class path. */
  @Parameter(property = "sonde.probe.mainClass")
  private String mainClass;

  /** What the {@code main} method is given. */
  @Parameter(property = "sonde.probe.arguments")
  private List<String> arguments = List.of();

  /** Options of the application's JVM. */
  @Parameter(property = "sonde.probe.jvmArguments")
  private List<String> jvmArguments = List.of();

  /** Another process to run, and its arguments, in place of {@code mainClass}. */
  @Parameter(property = "sonde.probe.command")
  private List<String> command = List.of();

  /** The pod's address, for probes without a host. */
  @Parameter(property = "sonde.probe.address", defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  /** What ends it: {@code ready}, {@code restart} or {@code none}. */
  @Parameter(property = "sonde.probe.until", defaultValue = "none")
  private String until = "none";

  /** How long it goes on at most, such as {@code 90s}; {@code 0} means without limit. */
  @Parameter(property = "sonde.probe.maxDuration", defaultValue = "0")
  private String maxDuration = "0";

  /** A URL to request once, when the pod is ready for the first time. */
  @Parameter(property = "sonde.probe.whenReadyGet")
  private URI whenReadyGet;

  /** {@code Always}, {@code OnFailure} or {@code Never}. If not given, the manifest's. */
  @Parameter(property = "sonde.probe.restartPolicy")
  private String restartPolicy;

  /** How long the application has to stop, in seconds. If not given, the manifest's. */
  @Parameter(property = "sonde.probe.gracePeriodSeconds")
  private Long gracePeriodSeconds;

  /**
   * The release of Kubernetes to behave like, 1.31 to 1.37; of several the newest. If none is
   * given, the newest known.
   */
  @Parameter(property = "sonde.kubernetes")
  private List<String> kubernetes = List.of();

  /** Prints the probes before it begins to ask them. */
  @Parameter(property = "sonde.probe.show", defaultValue = "false")
  private boolean show;

  @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true)
  private List<String> classPath = List.of();

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    ProbedContainer found = probed(file, workload, container);
    if (show) {
      System.out.println("The probes that are asked:\n\n" + found.toYaml().indent(2));
    }
    judge(request().run(found, System.out, System.err));
  }

  private ProbeRequest request() throws MojoExecutionException {
    return new ProbeRequest(
        words(),
        address,
        EnumWords.of(WatchGoal.class, until),
        maxDuration,
        Optional.ofNullable(whenReadyGet),
        Optional.ofNullable(restartPolicy),
        Optional.ofNullable(gracePeriodSeconds),
        KubernetesOption.newest(kubernetes).orElse(KubernetesVersion.DEFAULT),
        true);
  }

  private List<String> words() {
    return mainClass == null
        ? command
        : ApplicationCommand.of(jvmArguments, classPath, mainClass, arguments);
  }

  private static void judge(int code) throws MojoExecutionException, MojoFailureException {
    switch (code) {
      case 0 -> {
        // The goal was reached, or there was none.
      }
      case 1 -> throw new MojoFailureException("What the probes were to show did not happen.");
      default -> throw new MojoExecutionException("The application cannot be started.");
    }
  }
}
