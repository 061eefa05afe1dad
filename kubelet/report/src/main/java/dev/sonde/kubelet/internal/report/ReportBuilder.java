package dev.sonde.kubelet.internal.report;

import dev.sonde.kubelet.internal.report.model.ProbesReport;
import dev.sonde.kubelet.internal.report.model.ReportedContainer;
import dev.sonde.kubelet.internal.report.model.ReportedField;
import dev.sonde.kubelet.internal.report.model.ReportedProbe;
import dev.sonde.kubelet.internal.report.model.ReportedWorkload;
import dev.sonde.kubelet.internal.report.model.Timeline;
import dev.sonde.kubelet.internal.report.source.FieldOrigins;
import dev.sonde.kubelet.internal.report.source.ManifestSubjects;
import dev.sonde.kubelet.internal.report.source.ProbeSetSubjects;
import dev.sonde.kubelet.internal.report.source.ReportSubject;
import dev.sonde.kubelet.internal.report.source.ReportSubjects;
import dev.sonde.kubelet.internal.report.source.SourceNames;
import dev.sonde.kubelet.internal.report.source.SubjectContainer;
import dev.sonde.kubelet.internal.report.timeline.TimelineBuilder;
import dev.sonde.kubelet.internal.standard.PlannedScenario;
import dev.sonde.kubelet.internal.standard.StandardScenarios;
import dev.sonde.kubelet.scenario.ScenarioReader;
import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TimingAnswers;
import dev.sonde.rules.FieldPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a report: reads the sources, judges, computes, plays. */
public final class ReportBuilder {

  private ReportBuilder() {}

  /**
   * {@return the report on what is given} The same files give the same report. What is wrong in
   * documents and manifests is a finding in it.
   *
   * @param inputs what to report on
   * @throws IOException if what code declares, or a scenario, cannot be read
   * @throws UnreadableDocumentException if a scenario is mistaken
   * @throws UnreadableDocumentException if what differs in the environment is mistaken
   * @throws IllegalArgumentException if there is nothing about the environment
   */
  public static ProbesReport report(ReportInputs inputs) throws IOException {
    SourceNames names = new SourceNames(inputs.base());
    ReportSubjects subjects =
        ProbeSetSubjects.read(inputs.probes(), inputs.environment(), inputs.settings(), names)
            .and(ManifestSubjects.read(inputs.manifests(), inputs.settings(), names));
    List<Timeline> scenarios = new ArrayList<>();
    for (Path scenario : inputs.scenarios()) {
      scenarios.add(TimelineBuilder.of(PlannedScenario.of(ScenarioReader.read(scenario))));
    }
    return new ProbesReport(
        subjects.all().stream().map(ReportBuilder::workload).toList(),
        subjects.findings(),
        scenarios);
  }

  private static ReportedWorkload workload(ReportSubject subject) {
    List<ReportedContainer> containers =
        subject.containers().stream().map(container -> container(subject, container)).toList();
    boolean probed = containers.stream().anyMatch(container -> !container.probes().isEmpty());
    List<Timeline> update =
        subject.playable() && probed
            ? subject.update().stream()
                .map(plan -> TimelineBuilder.of(plan.scenario(subject.pod()).onANode()))
                .toList()
            : List.of();
    return new ReportedWorkload(
        subject.id(),
        subject.title(),
        subject.source(),
        containers,
        subject.findings(),
        update,
        subject.playable());
  }

  private static ReportedContainer container(ReportSubject subject, SubjectContainer container) {
    ContainerSpec spec = container.spec();
    boolean playable = subject.playable() && container.kind().mayHaveProbes();
    return new ReportedContainer(
        PodTemplate.nameOf(spec),
        container.kind(),
        spec.probes().entrySet().stream()
            .map(probe -> probe(probe.getKey(), probe.getValue(), container))
            .toList(),
        container.findings(),
        playable ? AnswerTable.of(TimingAnswers.of(spec, subject.pod())) : List.of(),
        MeasuredTable.of(container.measured(), container.findings()),
        playable
            ? StandardScenarios.of(subject.pod(), spec).stream()
                .map(plan -> TimelineBuilder.of(plan.onANode()))
                .toList()
            : List.of());
  }

  private static ReportedProbe probe(ProbeKind kind, Probe probe, SubjectContainer container) {
    FieldOrigins origins = container.origins();
    Map<String, String> written = ProbeFieldTable.of(probe);
    List<ReportedField> fields = new ArrayList<>();
    ProbeFieldTable.of(probe.withDefaults())
        .forEach((path, value) -> fields.add(field(kind, path, value, written, origins)));
    List<String> checks = container.checks().get(kind);
    if (checks != null) {
      fields.add(checks(kind, checks, origins));
    }
    return new ReportedProbe(kind, fields);
  }

  /** No field of Kubernetes', but what the handler comes to. */
  private static ReportedField checks(ProbeKind kind, List<String> names, FieldOrigins origins) {
    FieldOrigins.Sourced sourced = origins.of(FieldPath.of(kind.fieldName(), "checks"), true);
    String value =
        names.isEmpty() ? "none: it succeeds whatever is wrong" : String.join(", ", names);
    return new ReportedField("checks", value, sourced.origin(), sourced.detail());
  }

  /** What Kubernetes puts in place of a 0 nobody has set. */
  private static ReportedField field(
      ProbeKind kind,
      String path,
      String value,
      Map<String, String> written,
      FieldOrigins origins) {
    FieldPath field = FieldPath.of(kind.fieldName()).then(FieldPath.of(path.split("\\.")));
    FieldOrigins.Sourced sourced = origins.of(field, value.equals(written.get(path)));
    return new ReportedField(path, value, sourced.origin(), sourced.detail());
  }
}
