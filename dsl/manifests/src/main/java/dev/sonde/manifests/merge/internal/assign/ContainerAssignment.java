package dev.sonde.manifests.merge.internal.assign;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.workload.ContainerNode;
import dev.sonde.manifests.workload.WorkloadKinds;
import dev.sonde.manifests.workload.WorkloadReader;
import dev.sonde.model.ContainerKind;
import dev.sonde.model.ContainerRef;
import dev.sonde.model.WorkloadRef;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.MergeRules;
import dev.sonde.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the containers that a set of probes is meant for, or says why there is none. */
public final class ContainerAssignment {

  private static final String NAME_IT =
      "Name the workload where the probes are declared, or allow every match.";

  private static final String LEAVE_OUT =
      "Leave out the one that is not meant, or allow every match.";

  private static final String NAME_APPLICATION =
      "Name the workload that runs the application, and the container where it has several:"
          + " --workload and --container, or workload and container in the project file.";

  private final List<WorkloadSummary> workloads;
  private final Map<Optional<String>, List<WorkloadSummary>> byName;
  private final String firstFile;
  private final boolean everyMatch;
  private final Set<String> patches;
  private final Map<String, ManifestPlace> otherKinds;
  private final Optional<String> fragment;

  /**
   * @param firstFile where to say that something is in none of the files
   * @param patches the files that only change what others hold
   * @param otherKinds version and kind of what is no workload that is known, and where it is
   * @param fragment a file with a workload that does not say its kind
   */
  public ContainerAssignment(
      List<WorkloadSummary> workloads,
      Map<String, ManifestPlace> otherKinds,
      String firstFile,
      boolean everyMatch,
      Set<String> patches,
      Optional<String> fragment) {
    this.fragment = fragment;
    this.patches = patches;
    this.workloads = workloads;
    this.byName = workloads.stream().collect(groupingBy(WorkloadSummary::name));
    this.otherKinds = otherKinds;
    this.firstFile = firstFile;
    this.everyMatch = everyMatch;
  }

  /**
   * {@return the containers; more than one only where every match is allowed}
   *
   * @throws RefusedException if there is none, or more than one
   */
  public List<MergeTarget> targets(ContainerRef reference) {
    List<WorkloadSummary> candidates = candidates(reference.workload());
    List<MergeTarget> targets = withImage(containers(candidates, reference));
    if (targets.isEmpty()) {
      refuseRemovedVersion(reference.workload());
      throw whyNone(candidates, reference);
    }
    if (targets.size() > 1 && !everyMatch && !areOne(targets) && !areLayers(targets)) {
      throw refused(
          MergeRules.AMBIGUOUS,
          targets.get(1).place(),
          describe(reference) + " is in more than one place: " + places(targets) + ".",
          isNamed(reference.workload()) ? LEAVE_OUT : NAME_IT);
    }
    return targets;
  }

  /**
   * {@return the same, where no code names the container, but whoever starts Sonde does}
   *
   * @throws RefusedException if there is none, or more than one
   */
  public List<MergeTarget> targetsOfApplication(ContainerRef reference) {
    try {
      return targets(reference);
    } catch (RefusedException e) {
      Finding refused = e.refusal().finding();
      throw new RefusedException(
          e.refusal().with(refused.withWords(refused.message(), NAME_APPLICATION)));
    }
  }

  private static boolean isNamed(WorkloadRef reference) {
    return reference.kind().isPresent() && reference.name().isPresent();
  }

  private List<WorkloadSummary> candidates(WorkloadRef reference) {
    List<WorkloadSummary> candidates = inNamespace(reference);
    if (candidates.isEmpty()) {
      refuseRemovedVersion(reference);
      throw refused(
          MergeRules.WORKLOAD_MISSING,
          ManifestPlace.of(firstFile),
          "there is no " + describe(reference) + " in these files; available: " + all() + ".",
          unknownKind(reference)
              .or(() -> otherNamespace(reference))
              .or(this::fragmentRemedy)
              .orElseGet(
                  () ->
                      NameSuggestions.of(
                          reference.name().orElse(""),
                          workloads.stream().flatMap(w -> w.name().stream()).toList(),
                          "Correct the name, or add the file.")));
    }
    return candidates;
  }

  /** A manifest that names no namespace is for any, unless another one is for this very one. */
  private List<WorkloadSummary> inNamespace(WorkloadRef reference) {
    List<WorkloadSummary> found =
        named(reference).stream().filter(workload -> workload.matches(reference)).toList();
    if (reference.namespace().isEmpty()) {
      return found;
    }
    List<WorkloadSummary> there =
        found.stream().filter(w -> w.namespace().equals(reference.namespace())).toList();
    return there.isEmpty() ? found.stream().filter(w -> w.namespace().isEmpty()).toList() : there;
  }

  private List<WorkloadSummary> named(WorkloadRef reference) {
    return reference.name().isEmpty()
        ? workloads
        : byName.getOrDefault(reference.name(), List.of());
  }

  /** Says as lint does that Kubernetes had the kind in that version once. */
  private void refuseRemovedVersion(WorkloadRef reference) {
    otherKinds.forEach(
        (kind, place) -> {
          Optional<Finding> removed =
              WorkloadKinds.KNOWN.removedVersion(kind).filter(finding -> isOf(reference, kind));
          if (removed.isPresent()) {
            throw new RefusedException(place.finding(removed.get()));
          }
        });
  }

  private static boolean isOf(WorkloadRef reference, String kind) {
    return reference.kind().isEmpty() || kind.endsWith("/" + reference.kind().get());
  }

  private Optional<String> otherNamespace(WorkloadRef reference) {
    return named(reference).isEmpty() || reference.namespace().isEmpty()
        ? Optional.empty()
        : Optional.of("Correct the namespace, or add the file.");
  }

  private Optional<String> unknownKind(WorkloadRef reference) {
    return otherKinds.keySet().stream()
        .filter(other -> reference.kind().isPresent() && isOf(reference, other))
        .findFirst()
        .map(
            other ->
                "There is "
                    + other
                    + ", a kind with an unknown pod spec: name the kind with the way to its pod "
                    + "spec, as in "
                    + other
                    + "=spec.template.spec.");
  }

  private Optional<String> fragmentRemedy() {
    return fragment.map(
        file ->
            file
                + " describes a workload and does not say its kind, as a fragment of JKube. "
                + WorkloadReader.FRAGMENT_REMEDY);
  }

  private static List<MergeTarget> containers(
      List<WorkloadSummary> candidates, ContainerRef reference) {
    return candidates.stream()
        .flatMap(workload -> containers(workload, reference).map(workload::target))
        .toList();
  }

  private static Stream<ContainerNode> containers(
      WorkloadSummary workload, ContainerRef reference) {
    if (reference.name().isPresent()) {
      return workload.containers().stream()
          .filter(container -> container.kind().mayHaveProbes())
          .filter(container -> container.name().equals(reference.name()));
    }
    List<ContainerNode> main =
        workload.containers().stream().filter(c -> c.kind() == ContainerKind.MAIN).toList();
    return main.size() == 1 ? main.stream() : Stream.empty();
  }

  /** A container without an image is a patch of another one; it counts only on its own. */
  private List<MergeTarget> withImage(List<MergeTarget> targets) {
    List<MergeTarget> whole =
        targets.stream()
            .filter(target -> target.inValues() || target.container().hasImage())
            .filter(target -> !patches.contains(target.file()))
            .toList();
    return whole.isEmpty() ? targets : whole;
  }

  /** Two workloads may share one container by an alias. */
  private static boolean areOne(List<MergeTarget> targets) {
    return targets.stream().allMatch(target -> target.node() == targets.get(0).node());
  }

  /** Several files of values lie over each other, in the order in which they are given. */
  private static boolean areLayers(List<MergeTarget> targets) {
    return targets.stream().allMatch(MergeTarget::inValues)
        && targets.stream().map(MergeTarget::file).distinct().count() == targets.size();
  }

  private RefusedException whyNone(List<WorkloadSummary> candidates, ContainerRef reference) {
    WorkloadSummary first = candidates.get(0);
    ManifestPlace place = first.place();
    if (reference.name().isEmpty()) {
      return refused(
          MergeRules.CONTAINER_AMBIGUOUS,
          place,
          first.text() + " has " + count(first) + ", and the probes do not say which one is meant.",
          "Name the container where the probes are declared.");
    }
    String name = reference.name().get();
    Optional<WorkloadSummary> init =
        candidates.stream().filter(workload -> workload.init().contains(name)).findFirst();
    if (init.isPresent()) {
      return refused(
          MergeRules.INIT_CONTAINER,
          init.get().place(),
          "\""
              + name
              + "\" is an init container of "
              + init.get().text()
              + ", which has no probes.",
          "Only one with restartPolicy Always may have them.");
    }
    return refused(
        MergeRules.CONTAINER_MISSING,
        place,
        "there is no container \"" + name + "\" in " + containersOf(candidates) + ".",
        NameSuggestions.of(
            name,
            candidates.stream().flatMap(workload -> workload.probed().stream()).toList(),
            "Correct the name."));
  }

  private static String count(WorkloadSummary workload) {
    return workload.probed().isEmpty()
        ? "no container"
        : workload.probed().size()
            + (workload.probed().size() == 1 ? " container (" : " containers (")
            + String.join(", ", workload.probed())
            + ")";
  }

  private static String containersOf(List<WorkloadSummary> candidates) {
    return candidates.stream()
        .limit(10)
        .map(w -> w.withPlace() + ", which has " + count(w))
        .collect(joining("; "));
  }

  private String all() {
    return workloads.isEmpty() ? "no workload at all" : WorkloadSummary.list(workloads);
  }

  private static String places(List<MergeTarget> targets) {
    List<String> places = new ArrayList<>();
    for (MergeTarget target : targets) {
      places.add(target.workload().textInNamespace() + " (" + target.place() + ")");
    }
    return String.join(", ", places);
  }

  private static String describe(ContainerRef reference) {
    String container = reference.name().map(n -> "container \"" + n + "\"").orElse("the container");
    WorkloadRef workload = reference.workload();
    boolean anywhere =
        workload.kind().isEmpty() && workload.name().isEmpty() && workload.namespace().isEmpty();
    return anywhere ? container : container + " of " + describe(workload);
  }

  private static String describe(WorkloadRef reference) {
    String kind = reference.kind().orElse("workload");
    return kind
        + reference.name().map(name -> " " + name).orElse("")
        + reference.namespace().map(namespace -> " in namespace " + namespace).orElse("");
  }

  private static RefusedException refused(
      Rule rule, ManifestPlace place, String message, String remedy) {
    return new RefusedException(place.finding(rule.finding(FieldPath.ROOT, message, remedy)));
  }
}
