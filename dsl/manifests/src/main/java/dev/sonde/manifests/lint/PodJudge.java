package dev.sonde.manifests.lint;

import static java.util.Comparator.comparingInt;

import dev.sonde.lint.JudgedSeries;
import dev.sonde.lint.PodContext;
import dev.sonde.lint.ProbeLint;
import dev.sonde.manifests.decode.DecodeProblem;
import dev.sonde.manifests.decode.DecodeVerdict;
import dev.sonde.manifests.decode.FieldPlaces;
import dev.sonde.manifests.measured.EvidenceSet;
import dev.sonde.manifests.tree.YamlTreeNode;
import dev.sonde.model.PodSpec;
import dev.sonde.model.ProbeKind;
import dev.sonde.release.KubernetesVersion;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingKind;
import dev.sonde.rules.PodSpecRules;
import dev.sonde.rules.SimilarName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges one workload: decoding, then, as the API server does, validation only if it could be
 * decoded. What comes out besides is advice.
 */
final class PodJudge {

  private static final List<String> PROBES = List.of("prob", "liveness", "readiness", "startup");

  private static final List<String> PROBE_FIELDS =
      Arrays.stream(ProbeKind.values()).map(ProbeKind::fieldName).toList();

  private final YamlTreeNode root;
  private final FieldPath path;
  private final PodIdentity identity;
  private final PodSpec pod;
  private final PodContext surroundings;
  private final LintedWorkload workload;
  private final DecodeVerdict decoded;
  private final KubernetesVersion release;
  private final NodePorts nodePorts;

  /** Of a custom kind the API server knows nothing; what it would say of a pod is advice. */
  private final boolean official;

  private final List<Pointed> refused = new ArrayList<>(0);
  private final List<Pointed> advice = new ArrayList<>();

  /**
   * A finding and the place it points at.
   *
   * @param finding what is wrong
   * @param offset where, in {@code char}s
   */
  record Pointed(Finding finding, int offset) {}

  PodJudge(
      YamlTreeNode root,
      LintedWorkload workload,
      DecodeVerdict decoded,
      KubernetesVersion release,
      NodePorts nodePorts,
      EvidenceSet evidence) {
    this.root = root;
    this.workload = workload;
    this.decoded = decoded;
    this.official = workload.isBuiltIn();
    this.path = workload.path();
    this.identity = workload.identity();
    this.release = release;
    this.pod = workload.pod().keptIn(release);
    this.surroundings = PodSurroundings.of(workload, pod, evidence);
    this.nodePorts = nodePorts;
  }

  /** {@return what Services have to answer: only a pod without readiness probe depends on them} */
  Optional<JudgedObject.Question> question() {
    boolean hasReadiness =
        Stream.of(pod.containers(), pod.initContainers())
            .flatMap(List::stream)
            .anyMatch(container -> container.probe(ProbeKind.READINESS).isPresent());
    return hasReadiness
        ? Optional.empty()
        : Optional.of(new JudgedObject.Question(pod, path, surroundings, identity));
  }

  /** {@return what was measured of its containers, beside their numbers} */
  List<JudgedSeries> measured() {
    return ProbeLint.measured(pod, path, surroundings);
  }

  /** {@return how many containers the pod has, init containers among them} */
  int containers() {
    return pod.containers().size() + pod.initContainers().size();
  }

  /** {@return the API server's findings in its order, then advice in the order of the text} */
  List<Pointed> findings() {
    decode();
    validate();
    advise();
    advice.sort(comparingInt(Pointed::offset));
    return Stream.concat(refused.stream(), advice.stream()).toList();
  }

  private void decode() {
    for (DecodeProblem problem : decoded.reported()) {
      if (workload.isOwnField(problem.path())) {
        continue;
      }
      Pointed pointed = new Pointed(problem.finding(), problem.at().start());
      if (official) {
        refused.add(pointed);
      } else {
        advice.add(asAdvice(pointed));
      }
    }
    for (DecodeProblem problem : decoded.further()) {
      advice.add(asAdvice(new Pointed(problem.finding(), problem.at().start())));
    }
  }

  private void validate() {
    for (Finding finding : PodSpecRules.validate(pod, path, release)) {
      if (official && decoded.accepted()) {
        refused.add(point(finding));
      } else if (isUntouched(finding)) {
        advice.add(asAdvice(point(finding)));
      }
    }
  }

  private void advise() {
    StrayDash.find(pod, path).forEach(finding -> advice.add(point(finding)));
    nodePorts.add(workload, pod).forEach(finding -> advice.add(point(finding)));
    for (Finding finding : ProbeLint.check(pod, path, surroundings)) {
      if (isUntouched(finding)) {
        advice.add(point(finding));
      }
    }
  }

  private Pointed point(Finding finding) {
    return new Pointed(finding, FieldPlaces.of(root, finding.focus()).start());
  }

  /** What follows from a value that could not be decoded would only confuse. */
  private boolean isUntouched(Finding finding) {
    FieldPath focus = finding.focus();
    return decoded.all().stream()
        .map(DecodeProblem::path)
        .noneMatch(broken -> focus.startsWith(broken) || dependsOn(focus, broken));
  }

  /** What is said of a whole container may depend on a probe whose name is misspelt. */
  private static boolean dependsOn(FieldPath focus, FieldPath broken) {
    if (!broken.startsWith(focus)) {
      return false;
    }
    List<FieldPath.Segment> rest =
        broken.segments().subList(focus.segments().size(), broken.segments().size());
    return !isElement(focus)
        || (rest.size() == 1 && rest.get(0) instanceof FieldPath.Field field && isProbe(field));
  }

  private static boolean isElement(FieldPath path) {
    List<FieldPath.Segment> segments = path.segments();
    return !segments.isEmpty() && segments.get(segments.size() - 1) instanceof FieldPath.Index;
  }

  private static boolean isProbe(FieldPath.Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    return PROBES.stream().anyMatch(name::contains)
        || SimilarName.to(field.name(), PROBE_FIELDS).isPresent();
  }

  private static Pointed asAdvice(Pointed pointed) {
    return new Pointed(pointed.finding().withKind(FindingKind.LINT), pointed.offset());
  }
}
