package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.kubelet.internal.report.model.ReportedOrigin;
import dev.sonde.kubelet.internal.standard.UpdatePlan;
import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.LintSettings;
import dev.sonde.lint.ProbeLint;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.environment.EffectiveProbes;
import dev.sonde.manifests.environment.EnvironmentChoice;
import dev.sonde.manifests.environment.OverrideOrigin.Overridden;
import dev.sonde.manifests.environment.OverrideOrigins;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what code declares: folders of classes, jars, and single probe-set documents. */
public final class ProbeSetSubjects {

  private static final Set<String> UPDATED_OTHERWISE =
      Set.of("StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");

  private final LintSettings settings;
  private final SourceNames names;
  private final List<Declared> declared = new ArrayList<>();
  private final List<ReportedFinding> findings = new ArrayList<>();

  /**
   * What the code declares.
   *
   * @param probes the probes
   * @param source the file or folder they were read from
   * @param origin what set the fields that are set
   */
  private record Declared(ProbeSet probes, Path source, ReportedOrigin origin) {}

  private ProbeSetSubjects(LintSettings settings, SourceNames names) {
    this.settings = settings;
    this.names = names;
  }

  /**
   * {@return the containers that code declares probes for} What cannot be understood is a finding.
   *
   * @param sources folders of classes, jars, and probe-set documents
   * @param environment the environment that the probes are for, or none
   * @param settings which advice is wanted
   * @param names how to name files
   * @throws IOException if a file cannot be read
   * @throws UnreadableDocumentException if what differs in the environment is mistaken
   * @throws IllegalArgumentException if there is nothing about the environment
   */
  public static ReportSubjects read(
      List<Path> sources, EnvironmentChoice environment, LintSettings settings, SourceNames names)
      throws IOException {
    ProbeSetSubjects reader = new ProbeSetSubjects(settings, names);
    for (Path source : sources) {
      reader.add(source);
    }
    return new ReportSubjects(reader.subjects(environment), reader.findings);
  }

  private void add(Path source) throws IOException {
    boolean compiled = Files.isDirectory(source) || source.toString().endsWith(".jar");
    ReportedOrigin origin = compiled ? ReportedOrigin.ANNOTATION : ReportedOrigin.DOCUMENT;
    try {
      for (ProbeSet probes : ProbeSetFiles.read(source)) {
        declared.add(new Declared(probes, source, origin));
      }
    } catch (UnreadableDocumentException mistaken) {
      if (mistaken.mistakes().stream().anyMatch(ProbeSetSubjects::isOfOtherClasses)) {
        throw mistaken;
      }
      mistaken.mistakes().forEach(mistake -> findings.add(finding(mistake, source)));
    }
  }

  /** Then a report would be one of other code than there is. */
  private static boolean isOfOtherClasses(PlacedFinding mistake) {
    String id = mistake.finding().ruleId();
    return id.equals(InputRules.PROCESSOR_OFF.id()) || id.equals(InputRules.CLASSES_STALE.id());
  }

  private List<ReportSubject> subjects(EnvironmentChoice environment) throws IOException {
    EffectiveProbes effective = environment.apply(declared.stream().map(Declared::probes).toList());
    List<ReportSubject> subjects = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Declared code = declared.get(i);
      ProbeSet probes = effective.probes().get(i);
      subjects.add(
          subject(
              probes,
              names.of(code.source),
              origins(code.origin, effective.origins(), probes.container())));
    }
    return subjects;
  }

  private FieldOrigins origins(
      ReportedOrigin code, OverrideOrigins overrides, ContainerRef container) {
    FieldOrigins otherwise = FieldOrigins.all(code);
    return (field, set) ->
        overrides
            .overrideOf(container, field)
            .map(this::sourced)
            .orElseGet(() -> otherwise.of(field, set));
  }

  private FieldOrigins.Sourced sourced(Overridden override) {
    String place = names.of(Path.of(override.file())) + ":" + override.position().line();
    return new FieldOrigins.Sourced(ReportedOrigin.OVERRIDE, override.environment() + ", " + place);
  }

  private ReportedFinding finding(PlacedFinding mistake, Path source) {
    return finding(mistake.finding(), names.of(source) + ":" + mistake.position());
  }

  private ReportSubject subject(ProbeSet probes, String source, FieldOrigins origins) {
    ContainerSpec container = ContainerSpec.of(probes);
    List<ReportedFinding> advice =
        settings.apply(ProbeLint.check(probes, ApplicationFacts.UNKNOWN)).stream()
            .map(finding -> finding(finding, source))
            .toList();
    return new ReportSubject(
        "code/" + name(probes.container()),
        title(probes.container()),
        source,
        PodSpec.of(probes),
        List.of(
            new SubjectContainer(
                container, ContainerKind.MAIN, origins, advice, List.of(), probes.checks())),
        update(probes.container().workload()),
        List.of(),
        true);
  }

  private static ReportedFinding finding(Finding finding, String source) {
    return new ReportedFinding(
        finding.severity(),
        finding.ruleId(),
        source,
        finding.focus().toString(),
        finding.message(),
        finding.remedy());
  }

  private static String name(ContainerRef container) {
    return container.name().orElse("container");
  }

  private static String title(ContainerRef container) {
    WorkloadRef workload = container.workload();
    String named =
        Stream.of(workload.kind(), workload.name())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return named.isEmpty() ? name(container) : named;
  }

  private static Optional<UpdatePlan> update(WorkloadRef workload) {
    return workload.kind().filter(UPDATED_OTHERWISE::contains).isPresent()
        ? Optional.empty()
        : Optional.of(UpdatePlan.DEFAULT);
  }
}
