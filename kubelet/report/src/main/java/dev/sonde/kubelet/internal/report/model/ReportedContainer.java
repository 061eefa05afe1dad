package dev.sonde.kubelet.internal.report.model;

import dev.sonde.model.ContainerKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One container: its probes and what they come to.
 *
 * @param name its name
 * @param kind its role in the pod
 * @param probes its probes, in the order in which they take effect
 * @param findings what is wrong with them
 * @param answers what they mean in time; none where Kubernetes would refuse them
 * @param measured what was measured of it under its own limits
 * @param timelines what the kubelet does with them; none where Kubernetes would refuse the pod
 */
public record ReportedContainer(
    String name,
    ContainerKind kind,
    List<ReportedProbe> probes,
    List<ReportedFinding> findings,
    List<ReportedAnswer> answers,
    List<ReportedSeries> measured,
    List<Timeline> timelines) {

  /** Copies the lists, so that the value stays what it was. */
  public ReportedContainer {
    probes = List.copyOf(probes);
    findings = List.copyOf(findings);
    answers = List.copyOf(answers);
    measured = List.copyOf(measured);
    timelines = List.copyOf(timelines);
  }

  /** {@return the paths of all fields of its probes, each once, the handlers' first} */
  public List<String> fieldPaths() {
    Set<String> handlers = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    for (ReportedProbe probe : probes) {
      for (ReportedField field : probe.fields()) {
        (field.path().contains(".") ? handlers : numbers).add(field.path());
      }
    }
    List<String> paths = new ArrayList<>(handlers);
    paths.addAll(numbers);
    return paths;
  }
}
