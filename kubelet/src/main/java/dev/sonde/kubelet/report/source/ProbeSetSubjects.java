package dev.sonde.kubelet.report.source;

import dev.sonde.kubelet.report.model.Origin;
import dev.sonde.kubelet.report.model.ReportedFinding;
import dev.sonde.kubelet.report.timeline.UpdatePlan;
import dev.sonde.lint.ApplicationFacts;
import dev.sonde.lint.Lint;
import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.document.Mistake;
import dev.sonde.manifests.document.ProbeSetFiles;
import dev.sonde.manifests.document.UnreadableProbeSetException;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what code declares: folders of classes, jars, and single probe-set documents. */
public final class ProbeSetSubjects {

  private static final Set<String> UPDATED_OTHERWISE =
      Set.of("StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");

  private final LintSettings settings;
  private final SourceNames names;
  private final List<Subject> subjects = new ArrayList<>();
  private final List<ReportedFinding> findings = new ArrayList<>();

  private ProbeSetSubjects(LintSettings settings, SourceNames names) {
    this.settings = settings;
    this.names = names;
  }

  /**
   * {@return the containers that code declares probes for} What cannot be understood is a finding.
   *
   * @param sources folders of classes, jars, and probe-set documents
   * @param settings which advice is wanted
   * @param names how to name files
   * @throws IOException if a file cannot be read
   */
  public static Subjects read(List<Path> sources, LintSettings settings, SourceNames names)
      throws IOException {
    ProbeSetSubjects reader = new ProbeSetSubjects(settings, names);
    for (Path source : sources) {
      reader.add(source);
    }
    return new Subjects(reader.subjects, reader.findings);
  }

  private void add(Path source) throws IOException {
    boolean compiled = Files.isDirectory(source) || source.toString().endsWith(".jar");
    Origin origin = compiled ? Origin.ANNOTATION : Origin.DOCUMENT;
    try {
      for (ProbeSet probes : ProbeSetFiles.read(source)) {
        subjects.add(subject(probes, names.of(source), FieldOrigins.all(origin)));
      }
    } catch (UnreadableProbeSetException mistaken) {
      mistaken.mistakes().forEach(mistake -> findings.add(finding(mistake, source)));
    }
  }

  private ReportedFinding finding(Mistake mistake, Path source) {
    return new ReportedFinding(
        Severity.ERROR, "", names.of(source) + ":" + mistake.position(), "", mistake.text(), "");
  }

  private Subject subject(ProbeSet probes, String source, FieldOrigins origins) {
    ContainerSpec container = ContainerSpec.of(probes);
    List<ReportedFinding> advice =
        settings.apply(Lint.check(probes, ApplicationFacts.UNKNOWN)).stream()
            .map(finding -> finding(finding, source))
            .toList();
    return new Subject(
        "probes/" + name(probes.container()),
        title(probes.container()),
        source,
        pod(probes, container),
        List.of(new SubjectContainer(container, ContainerKind.MAIN, origins, advice)),
        update(probes.container().workload()),
        List.of(),
        true);
  }

  private static PodSpec pod(ProbeSet probes, ContainerSpec container) {
    OptionalLong grace = probes.termination().terminationGracePeriodSeconds();
    PodSpec pod = PodSpec.of(container);
    return grace.isPresent() ? pod.withTerminationGracePeriodSeconds(grace.getAsLong()) : pod;
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
