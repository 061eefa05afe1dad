package dev.sonde.kubelet.internal.input;

import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableProbeSetException;
import dev.sonde.manifests.tree.Document;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.Problem;
import dev.sonde.manifests.tree.YamlStream;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadNode;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSetDocument;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import dev.sonde.rules.PodSpecRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the container in a probe-set document or in a manifest. */
public final class ContainerSource {

  private final String file;
  private final Choice choice;

  private ContainerSource(String file, Choice choice) {
    this.file = file;
    this.choice = choice;
  }

  /**
   * {@return the container that a file describes}
   *
   * @param file a probe-set document, or a manifest
   * @param choice which container of it
   * @throws IOException if the file cannot be read
   * @throws UnreadableInputException if it holds no such container, several and no choice was made,
   *     or probes that Kubernetes would refuse
   */
  public static ProbedContainer read(Path file, Choice choice) throws IOException {
    return new ContainerSource(file.toString(), choice).read(Files.readAllBytes(file));
  }

  private ProbedContainer read(byte[] bytes) {
    YamlStream stream = YamlStream.parse(bytes);
    if (stream.documents().size() == 1 && isProbeSet(stream.documents().get(0))) {
      return fromProbeSet(bytes);
    }
    for (Problem problem : stream.problems()) {
      throw new UnreadableInputException(file + ":" + problem.position() + ": " + problem.text());
    }
    return fromManifest(stream);
  }

  private static boolean isProbeSet(Document document) {
    return document.root() instanceof MappingNode root
        && JsonReader.of(root)
            .text("apiVersion")
            .filter(ProbeSetDocument.API_VERSION::equals)
            .isPresent();
  }

  private ProbedContainer fromProbeSet(byte[] bytes) {
    try {
      return ProbedContainer.of(ProbeSetReader.read(file, bytes));
    } catch (UnreadableProbeSetException mistaken) {
      throw new UnreadableInputException(String.valueOf(mistaken.getMessage()));
    }
  }

  private ProbedContainer fromManifest(YamlStream stream) {
    WorkloadReader reader = new WorkloadReader(WorkloadKinds.KNOWN);
    List<WorkloadNode> workloads =
        stream.documents().stream()
            .flatMap(document -> reader.read(document).stream())
            .filter(this::isChosen)
            .toList();
    WorkloadNode workload = only(workloads, "workload", workloads.stream().map(WorkloadNode::text));
    PodSpec pod = PodReader.read(JsonReader.of(workload.node()).at(workload.kind().podSpecPath()));
    refuseErrors(PodSpecRules.validate(pod, FieldPath.of("spec")));
    return new ProbedContainer(pod, container(pod));
  }

  private boolean isChosen(WorkloadNode workload) {
    String name = workload.name().orElse("");
    return choice
        .workload()
        .map(wanted -> wanted.equals(name) || wanted.equals(workload.kind().kind() + "/" + name))
        .orElse(true);
  }

  private ContainerSpec container(PodSpec pod) {
    List<ContainerSpec> all =
        Stream.concat(
                pod.containers().stream(),
                pod.initContainers().stream().filter(ContainerSpec::restartsAlways))
            .toList();
    List<ContainerSpec> chosen =
        all.stream()
            .filter(
                container ->
                    choice.container().map(container.name().orElse("")::equals).orElse(true))
            .toList();
    return only(chosen, "container", all.stream().map(c -> c.name().orElse("?")));
  }

  private <T> T only(List<T> found, String what, Stream<String> names) {
    if (found.size() == 1) {
      return found.get(0);
    }
    String there = names.collect(Collectors.joining(", "));
    Optional<String> list = Optional.of(there).filter(text -> !text.isEmpty());
    throw new UnreadableInputException(
        found.isEmpty()
            ? file + ": no such " + what + list.map(text -> "; there are: " + text).orElse("") + "."
            : "%s: several could be meant: %s. Choose the %s by its name: --%s NAME, or %s = NAME in a test or a pom."
                .formatted(file, there, what, what, what));
  }

  private void refuseErrors(Findings findings) {
    List<Finding> errors = findings.errors().all();
    if (!errors.isEmpty()) {
      throw new UnreadableInputException(
          errors.stream()
              .map(finding -> file + ": " + finding.fieldPath() + ": " + finding.text())
              .collect(Collectors.joining("\n")));
    }
  }
}
