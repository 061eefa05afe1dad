package dev.sonde.manifests.lint;

import dev.sonde.lint.PodContext;
import dev.sonde.lint.ProbeLint;
import dev.sonde.lint.ServiceSelection;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.model.PodSpec;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one object.
 *
 * @param findings what was found without knowing the Services
 * @param question what the Services have to answer; unset where they change nothing
 * @param owner the object that keeps this one as it is, if one does
 * @param containers how many containers its pods have; 0 where it has no pods
 */
record JudgedObject(
    List<PlacedFinding> findings,
    Optional<Question> question,
    Optional<String> owner,
    int containers) {

  /**
   * Whether a Service sends traffic to a pod.
   *
   * @param pod the pod
   * @param path the way to it
   * @param surroundings what else is known around it
   * @param identity by what Services select it
   */
  record Question(PodSpec pod, FieldPath path, PodContext surroundings, PodIdentity identity) {

    Findings answered(ServiceSelection selection) {
      return ProbeLint.check(pod, path, surroundings.with(selection));
    }
  }

  static JudgedObject of(PlacedFinding finding) {
    return new JudgedObject(List.of(finding), Optional.empty(), Optional.empty(), 0);
  }

  /** {@return what remains to be said once all Services are known} */
  List<PlacedFinding> answered(ServiceSelectors services) {
    if (question.isEmpty()) {
      return findings;
    }
    ServiceSelection selection = services.selectionOf(question.get().identity());
    if (selection == ServiceSelection.UNKNOWN) {
      return findings;
    }
    Findings unanswered = question.get().answered(ServiceSelection.UNKNOWN);
    Findings answered = question.get().answered(selection);
    return findings.stream().flatMap(f -> answer(f, unanswered, answered).stream()).toList();
  }

  /** A finding that the answer leaves stays; one that it changes is replaced in its place. */
  private static Optional<PlacedFinding> answer(
      PlacedFinding placed, Findings unanswered, Findings answered) {
    if (unanswered.stream().noneMatch(placed.finding()::equals)) {
      return Optional.of(placed);
    }
    return answered.stream()
        .filter(finding -> isSameMatter(finding, placed.finding()))
        .findFirst()
        .map(placed::with);
  }

  private static boolean isSameMatter(Finding one, Finding other) {
    return one.ruleId().equals(other.ruleId()) && one.focus().equals(other.focus());
  }
}
