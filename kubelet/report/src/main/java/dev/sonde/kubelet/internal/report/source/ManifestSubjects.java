package dev.sonde.kubelet.internal.report.source;

import dev.sonde.kubelet.internal.report.model.ReportedFinding;
import dev.sonde.lint.LintSettings;
import dev.sonde.manifests.lint.LintRun;
import dev.sonde.manifests.lint.ManifestLinter;
import dev.sonde.manifests.lint.ManifestText;
import dev.sonde.manifests.lint.PlacedSeries;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.manifests.tree.YamlDocument;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads manifests: every workload in them, with what linting finds. */
public final class ManifestSubjects {

  private final WorkloadReader reader = new WorkloadReader(WorkloadKinds.KNOWN);
  private final List<ReportSubject> subjects = new ArrayList<>();
  private final List<ReportedFinding> findings = new ArrayList<>();

  private ManifestSubjects() {}

  /**
   * {@return the workloads in manifests} What is wrong with a file is a finding; the others are
   * read.
   *
   * @param manifests files and folders that are deployed together
   * @param settings which advice is wanted
   * @param names how to name files
   */
  public static ReportSubjects read(
      List<Path> manifests, LintSettings settings, SourceNames names) {
    List<ManifestText> texts = new ArrayList<>();
    ManifestLinter linter = ManifestLinter.with(settings);
    Map<String, List<PlacedSeries>> measured = new HashMap<>();
    LintRun run =
        names
            .base()
            .map(linter::startIn)
            .orElseGet(linter::start)
            .readBy(texts::add)
            .measuredBy(
                one ->
                    measured
                        .computeIfAbsent(one.place().file(), file -> new ArrayList<>())
                        .add(one));
    manifests.forEach(run::add);
    Map<String, List<PlacedFinding>> byFile = new LinkedHashMap<>();
    for (PlacedFinding found : run.report().findings()) {
      byFile.computeIfAbsent(found.file(), file -> new ArrayList<>()).add(found);
    }
    ManifestSubjects all = new ManifestSubjects();
    for (ManifestText text : texts) {
      List<PlacedFinding> found = byFile.remove(text.name());
      all.add(
          text, found == null ? List.of() : found, measured.getOrDefault(text.name(), List.of()));
    }
    byFile.values().forEach(all::addRest);
    return new ReportSubjects(all.subjects, all.findings);
  }

  private void add(ManifestText text, List<PlacedFinding> found, List<PlacedSeries> measured) {
    YamlStream stream = YamlStream.parse(text.content());
    List<PlacedFinding> rest = new ArrayList<>(found);
    for (YamlDocument document : stream.documents()) {
      for (WorkloadNode workload : reader.read(document)) {
        WorkloadSubject subject =
            new WorkloadSubject(workload, stream.source(), text.name(), measured);
        List<PlacedFinding> own = rest.stream().filter(subject::covers).toList();
        rest.removeAll(own);
        subjects.add(subject.with(own));
      }
    }
    addRest(rest);
  }

  private void addRest(List<PlacedFinding> rest) {
    rest.forEach(found -> findings.add(WorkloadSubject.reported(found)));
  }
}
