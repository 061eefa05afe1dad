package dev.sonde.cli;

import dev.sonde.adopt.AdoptOptions;
import dev.sonde.adopt.AdoptedClass;
import dev.sonde.adopt.AdoptedCode;
import dev.sonde.adopt.AdoptionStyle;
import dev.sonde.adopt.ContainerSelection;
import dev.sonde.kubelet.internal.console.TerminalDetection;
import dev.sonde.manifests.files.ManifestFile;
import dev.sonde.manifests.output.TextReport;
import dev.sonde.manifests.project.ProjectFile;
import dev.sonde.manifests.workload.WorkloadKind;
import dev.sonde.manifests.workload.WorkloadKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the Java that declares what manifests say. */
@Command(
    name = "adopt",
    description =
        "Writes the Java that declares the probes of hand-written manifests: a class for each"
            + " container.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 adopted, 1 refused and no file written, 2 a file is unreadable or unwritable, "
          + "or the command line is wrong."
    })
final class AdoptCommand implements Callable<Integer> {

  private static final int REFUSED = 1;
  private static final Path STANDARD_OUTPUT = Path.of("-");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Manifests in YAML or JSON, or folders of them.")
  private List<Path> manifests = List.of();

  @Option(
      names = "--package",
      required = true,
      paramLabel = "NAME",
      description = "The package of the classes, such as com.acme.orders.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String packageName;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description =
          "The name of the class, for one container; if not given, each is named after its"
              + " container, such as OrdersProbes.")
  private Optional<String> className = Optional.empty();

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      description = "annotations or dsl; annotations if not given.")
  private AdoptionStyle style = AdoptionStyle.ANNOTATIONS;

  @Option(
      names = "--workload",
      paramLabel = "KIND/NAME",
      description = "Only containers of this workload, such as Deployment/orders.")
  private Optional<String> workload = Optional.empty();

  @Option(names = "--container", paramLabel = "NAME", description = "Only containers of this name.")
  private Optional<String> container = Optional.empty();

  @Option(
      names = "--kind",
      paramLabel = "VERSION/KIND=WAY",
      description =
          "A custom kind and the way to its pod spec, as in"
              + " example.com/v1/Worker=spec.template.spec; may be repeated.")
  private List<String> kinds = List.of();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "src/main/java",
      description =
          "The source folder, or - for the standard output; ${DEFAULT-VALUE} if not given.")
  private Path output = Path.of("src/main/java");

  @Option(names = "--force", description = "Overwrites files that exist.")
  private boolean force;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private KubernetesParameter kubernetes;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private ProjectParameters projects;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private QuietParameter quiet;

  private AdoptCommand() {}

  @Override
  public Integer call() throws IOException {
    ProjectFile project = projects.around(manifests);
    AdoptedCode read =
        AdoptedCode.of(
            ManifestFile.readAll(
                manifests, Path.of("").toAbsolutePath(), project.files(List.of(), List.of())),
            options(project));
    boolean printed = output.equals(STANDARD_OUTPUT);
    AdoptedCode adoption = force || printed ? read : read.refuseOverwriting(output);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = printed ? spec.commandLine().getErr() : out;
    new TextReport(TerminalDetection.wantsColour()).write(adoption.findings(), notes);
    if (adoption.isRefused()) {
      quiet.note(notes, "Nothing was written.");
      return REFUSED;
    }
    if (printed) {
      adoption.classes().forEach(adopted -> out.print(adopted.text()));
      out.flush();
      return 0;
    }
    List<Path> files = adoption.write(output);
    for (int i = 0; i < files.size(); i++) {
      AdoptedClass adopted = adoption.classes().get(i);
      quiet.note(out, files.get(i) + " declares the probes of " + adopted.container() + ".");
    }
    return 0;
  }

  private AdoptOptions options(ProjectFile project) {
    WorkloadKinds known = WorkloadKinds.KNOWN;
    for (String kind : kinds) {
      known = known.with(WorkloadKind.parse(kind));
    }
    return new AdoptOptions(
        style,
        packageName,
        className,
        ContainerSelection.of(workload, container),
        known,
        kubernetes.releases(project));
  }
}
