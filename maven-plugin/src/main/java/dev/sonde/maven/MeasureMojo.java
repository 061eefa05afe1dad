package dev.sonde.maven;

import dev.sonde.kubelet.internal.handler.RequestUrl;
import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.measure.CommandSubject;
import dev.sonde.kubelet.measure.MeasureOptions;
import dev.sonde.kubelet.measure.MeasureRunner;
import dev.sonde.kubelet.measure.MeasureWords;
import dev.sonde.measured.Measurement;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Starts the project's application again and again under the CPU and memory that its manifest gives
 * it, asks its probes, and writes down how long starts, answers and stops took. Ctrl-C keeps what
 * there is until then.
 */
@Mojo(name = "measure", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class MeasureMojo extends ClassesMojo {

  /**
   * A manifest, whose limits count, or a probe-set document. If none is given, the probes of the
   * compiled classes.
   */
  @Parameter(property = "sonde.measure.file")
  private File file;

  /** Which workload of a manifest, as {@code Deployment/orders} or {@code orders}. */
  @Parameter(property = "sonde.workload")
  private String workload;

  /** Which container, by its name. */
  @Parameter(property = "sonde.container")
  private String container;

  /** The class whose {@code main} method is run, with the project's run-time class path. */
  @Parameter(property = "sonde.measure.mainClass")
  private String mainClass;

  /** What the {@code main} method is given. */
  @Parameter(property = "sonde.measure.arguments")
  private List<String> arguments = List.of();

  /** Options of the application's JVM. */
  @Parameter(property = "sonde.measure.jvmArguments")
  private List<String> jvmArguments = List.of();

  /** Another process to run, and its arguments, in place of {@code mainClass}. */
  @Parameter(property = "sonde.measure.command")
  private List<String> command = List.of();

  /** A process that runs already, in place of both: its answers are measured. */
  @Parameter(property = "sonde.measure.pid")
  private Long pid;

  /** How often it is started, 1 to 1000. */
  @Parameter(property = "sonde.measure.runs", defaultValue = "10")
  private int runs = 10;

  /** The limit of its CPU, such as {@code 500m}, or {@code none}. If not given, the manifest's. */
  @Parameter(property = "sonde.measure.cpu")
  private String cpu;

  /** The limit of its memory, such as {@code 512Mi}, or {@code none}; likewise. */
  @Parameter(property = "sonde.measure.memory")
  private String memory;

  /**
   * How the CPU is limited: {@code cgroup-v2}, {@code cgroup-v1}, {@code duty-cycle} or {@code
   * none}. If not given, the first that works.
   */
  @Parameter(property = "sonde.measure.limitBy")
  private String limitBy;

  /** The pod's address, for probes without a host. */
  @Parameter(property = "sonde.measure.address", defaultValue = "127.0.0.1")
  private String address = "127.0.0.1";

  /** What clients ask for in the last phase, and while the application stops. */
  @Parameter(property = "sonde.measure.load")
  private String load;

  /** How many clients there are, each with one request at a time. */
  @Parameter(property = "sonde.measure.clients", defaultValue = "4")
  private int clients = 4;

  /** How often each probe is asked, at least {@code 10ms}. */
  @Parameter(property = "sonde.measure.askEvery", defaultValue = "200ms")
  private String askEvery = "200ms";

  /** A start that takes longer is given up. */
  @Parameter(property = "sonde.measure.startWithin", defaultValue = "5m")
  private String startWithin = "5m";

  /** How long each phase after the first ten seconds is, at rest and under load. */
  @Parameter(property = "sonde.measure.phase", defaultValue = "10s")
  private String phase = "10s";

  /** No run begins after this time. */
  @Parameter(property = "sonde.measure.maxDuration", defaultValue = "1h")
  private String maxDuration = "1h";

  /**
   * Where the measurement is written. If not given, {@code sonde-measured.yaml} beside {@code
   * file}, or in the project's folder.
   */
  @Parameter(property = "sonde.measured")
  private File measured;

  /** Writes down the day. */
  @Parameter(property = "sonde.measure.date", defaultValue = "false")
  private boolean date;

  @Parameter(defaultValue = "${project.runtimeClasspathElements}", readonly = true)
  private List<String> classPath = List.of();

  @Parameter(defaultValue = "${project.basedir}", readonly = true)
  private File baseFolder;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    ProbedContainer found = probed(file, workload, container);
    int code = new MeasureRunner(System.out, System.err).run(found, options(found), target());
    if (code == MeasureRunner.FLAWED) {
      throw new MojoFailureException("Not every run was complete; the lines above say why.");
    }
    if (code == MeasureRunner.IMPOSSIBLE) {
      throw new MojoExecutionException("The application cannot be measured.");
    }
  }

  private Path target() {
    if (measured != null) {
      return measured.toPath();
    }
    return file == null
        ? baseFolder.toPath().resolve(Measurement.FILE_NAME)
        : file.toPath().resolveSibling(Measurement.FILE_NAME);
  }

  private MeasureOptions options(ProbedContainer found) throws MojoFailureException {
    List<String> process =
        mainClass == null
            ? command
            : ApplicationCommand.of(jvmArguments, classPath, mainClass, arguments);
    return new MeasureOptions(
        process,
        Optional.ofNullable(pid),
        runs,
        MeasureWords.cpu(Optional.ofNullable(cpu), found),
        MeasureWords.memory(Optional.ofNullable(memory), found),
        Optional.ofNullable(limitBy).map(MeasureWords::method),
        address,
        Optional.ofNullable(load).map(RequestUrl::parse),
        clients,
        MeasureWords.duration("--ask-every", askEvery),
        MeasureWords.duration("--start-within", startWithin),
        MeasureWords.duration("--phase", phase),
        MeasureWords.duration("--max-duration", maxDuration),
        CommandSubject.of(process),
        date);
  }
}
