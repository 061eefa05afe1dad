package dev.sonde.kubelet.scenario;

import dev.sonde.kubelet.sim.PodTemplate;
import dev.sonde.kubelet.sim.ReadinessGates;
import dev.sonde.kubelet.sim.SimulatedApplication;
import dev.sonde.manifests.decode.JsonReader;
import dev.sonde.manifests.decode.PodReader;
import dev.sonde.manifests.document.ProbeSetReader;
import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.files.BoundedBytes;
import dev.sonde.manifests.files.UnreadableFileException;
import dev.sonde.manifests.tree.MappingNode;
import dev.sonde.manifests.tree.ScalarNode;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeSet;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import dev.sonde.rules.PodSpecRules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what Kubernetes gets and what the containers do. What Kubernetes gets is either {@code
 * probes} of one container, written here or in a file, or {@code pod}, a whole pod template.
 */
final class ScenarioPodFields {

  private static final Map<String, String> POLICIES =
      Stream.of("Always", "OnFailure", "Never").collect(Collectors.toMap(p -> p, p -> p));

  private final ScenarioFields fields;
  private final Path folder;
  private final KubernetesVersion version;

  ScenarioPodFields(ScenarioFields fields, Path folder, KubernetesVersion version) {
    this.fields = fields;
    this.folder = folder;
    this.version = version;
  }

  /** Tells whether either is written. */
  boolean present() {
    return fields.value("probes").isPresent() || fields.value("pod").isPresent();
  }

  PodTemplate read() {
    Optional<YamlTreeNode> probes = fields.value("probes");
    Optional<YamlTreeNode> pod = fields.value("pod");
    Optional<String> policy = fields.choice("restartPolicy", POLICIES);
    OptionalLong grace = fields.whole("terminationGracePeriodSeconds", 0, Long.MAX_VALUE);
    if (probes.isPresent() == pod.isPresent()) {
      fields.incomplete(
          probes.isPresent() ? "has both probes and pod." : "has neither probes nor pod.",
          "Write probes for one container, or pod for a whole pod template.");
      return new PodTemplate(PodSpec.of(), Map.of());
    }
    PodSpec spec =
        with(
            probes.map(node -> PodSpec.of(probeSet(node))).orElseGet(this::podSpec), policy, grace);
    return new PodTemplate(spec, applications(spec), gates());
  }

  private static PodSpec with(PodSpec written, Optional<String> policy, OptionalLong grace) {
    PodSpec spec = policy.map(written::withRestartPolicy).orElse(written);
    return grace.isPresent() ? spec.withTerminationGracePeriodSeconds(grace.getAsLong()) : spec;
  }

  private Optional<JsonReader> podSpecFields() {
    return fields
        .value("pod")
        .filter(MappingNode.class::isInstance)
        .map(JsonReader::of)
        .flatMap(pod -> pod.object("spec"));
  }

  private PodSpec podSpec() {
    YamlTreeNode pod = fields.value("pod").orElseThrow();
    if (!(pod instanceof MappingNode template)) {
      fields.wrongType("pod", pod, "a map of fields", "Write a pod template, with spec.");
      return PodSpec.of();
    }
    fields.document().decodePodTemplate(fields.node(), "pod", version);
    Optional<YamlTreeNode> written = template.get("spec");
    if (written.isEmpty()) {
      fields.wrong("pod", pod, "has no spec.", "Write spec with containers.");
    }
    PodSpec spec = written.map(JsonReader::of).map(PodReader::read).orElse(PodSpec.of());
    PodSpecRules.validate(spec, FieldPath.of("pod", "spec"), version)
        .errors()
        .forEach(finding -> fields.document().judge(fields.node(), finding));
    return spec;
  }

  private ProbeSet probeSet(YamlTreeNode node) {
    if (node instanceof MappingNode mapping) {
      return ProbeSetReader.inside(fields.document(), mapping);
    }
    if (node instanceof ScalarNode file) {
      return fromFile(file);
    }
    fields.wrongType("probes", node, "a map of fields", "Write the probes, or a file's name.");
    return ProbeSet.forOnlyContainer();
  }

  private ProbeSet fromFile(ScalarNode file) {
    try {
      Path path = folder.resolve(file.text());
      return ProbeSetReader.read(file.text(), BoundedBytes.of(path));
    } catch (UnreadableFileException unreadable) {
      String message = "probes of the scenario are in " + unreadable.file() + ": ";
      Finding why = unreadable.finding();
      fields.complain(why.rule(), file, message + why.message(), why.remedy());
    } catch (InvalidPathException impossible) {
      fields.complain(
          InputRules.FILE_UNREADABLE,
          file,
          "probes of the scenario are in no file: " + impossible.getMessage() + ".",
          "Correct the name.");
    } catch (UnreadableDocumentException mistaken) {
      fields.document().mistakes().addAll(mistaken);
    }
    return ProbeSet.forOnlyContainer();
  }

  private ReadinessGates gates() {
    Set<String> types =
        podSpecFields().stream()
            .flatMap(spec -> spec.list("readinessGates", JsonReader::of).stream())
            .flatMap(gate -> gate.text("conditionType").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<ReadinessGates.Change> changes =
        fields.objects("conditions").stream().map(written -> change(written, types)).toList();
    return new ReadinessGates(types, changes);
  }

  private static ReadinessGates.Change change(ScenarioFields written, Set<String> types) {
    String type = written.text("type").orElse("");
    if (!types.contains(type)) {
      written.incomplete(
          "has type \""
              + type
              + "\", which is none of the pod's readinessGates"
              + (types.isEmpty() ? "." : ": " + String.join(", ", types) + "."),
          "Name one of them.");
    }
    if (written.value("status").isEmpty()) {
      written.incomplete("has no status.", "Add status: true or false.");
    }
    Duration at = written.duration("at").orElse(Duration.ZERO);
    boolean status = written.flag("status");
    written.finish();
    return new ReadinessGates.Change(at, type, status);
  }

  private Map<String, SimulatedApplication> applications(PodSpec spec) {
    Set<String> names =
        Stream.concat(spec.initContainers().stream(), spec.containers().stream())
            .map(PodTemplate::nameOf)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, SimulatedApplication> applications = new TreeMap<>();
    Optional<ScenarioFields> one = fields.object("application");
    if (one.isPresent()) {
      String only = names.size() == 1 ? names.iterator().next() : "";
      SimulatedApplication application = ApplicationFields.read(one.get(), spec, only);
      if (names.size() == 1) {
        applications.put(only, application);
      } else if (!names.isEmpty()) {
        one.get()
            .incomplete(
                "could be any of the containers: " + String.join(", ", names) + ".",
                "Write applications, with the containers' names.");
      }
    }
    for (Map.Entry<String, ScenarioFields> named :
        fields.object("applications").map(ScenarioFields::named).orElse(List.of())) {
      applications.put(
          named.getKey(), ApplicationFields.read(named.getValue(), spec, named.getKey()));
      if (!names.contains(named.getKey())) {
        named
            .getValue()
            .incomplete(
                "is none of the containers: " + String.join(", ", names) + ".",
                "Correct the name.");
      }
    }
    return applications;
  }
}
