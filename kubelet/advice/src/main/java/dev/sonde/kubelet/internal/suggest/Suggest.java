package dev.sonde.kubelet.internal.suggest;

import dev.sonde.kubelet.internal.input.ProbedContainer;
import dev.sonde.kubelet.internal.time.TimeWords;
import dev.sonde.model.ContainerSpec;
import dev.sonde.model.Probe;
import dev.sonde.model.ProbeKind;
import dev.sonde.model.TimingAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Suggests the numbers of probes that meet objectives: the smallest change of what is there. */
public final class Suggest {

  /** Each round asks for as much more as the simulated kubelets were late. */
  private static final int ROUNDS = 5;

  private static final long SECOND = 1000;

  private final SuggestRequest request;
  private final Map<Objective, Long> slack = new EnumMap<>(Objective.class);

  private Suggest(SuggestRequest request) {
    this.request = request;
    long lateness = TimingAnswers.LATENESS.toMillis();
    slack.put(Objective.READY_WITHIN, lateness);
    slack.put(Objective.HANG_RESTARTED_WITHIN, lateness);
    slack.put(Objective.TRAFFIC_GONE_WITHIN, lateness);
  }

  /**
   * {@return the numbers, confirmed by the simulator on kubelets as late as on nodes; or the
   * objectives that cannot be met}
   *
   * @param request what is there, what is wanted, and what was measured
   */
  public static Suggestion of(SuggestRequest request) {
    return new Suggest(request).suggestion();
  }

  private Suggestion suggestion() {
    if (request.evidence().isEmpty()
        && request.objectives().value(Objective.STARTS_SURVIVED).isPresent()) {
      throw new IllegalArgumentException(
          "startsSurvived needs measured starts. Name what sonde measure wrote, or leave it out.");
    }
    for (int round = 0; round < ROUNDS; round++) {
      SuggestionSearch search = new SuggestionSearch(request, slack);
      Optional<ContainerSpec> found = search.best(request.objectives());
      if (found.isEmpty()) {
        return contradicted(search);
      }
      Confirmation confirmation = Confirmation.of(request, found.get());
      if (!addSlack(confirmation)) {
        return suggested(search, found.get(), confirmation);
      }
    }
    throw new IllegalStateException(
        "No numbers were confirmed in " + ROUNDS + " rounds. This is a defect of sonde.");
  }

  /** Asks for more where simulated kubelets missed an objective; tells whether any did. */
  private boolean addSlack(Confirmation confirmation) {
    boolean missed = false;
    for (Map.Entry<Objective, Long> one : request.objectives().values().entrySet()) {
      long excess = excess(one.getKey(), one.getValue(), confirmation);
      if (excess > 0) {
        slack.merge(one.getKey(), (excess + SECOND - 1) / SECOND * SECOND, Long::sum);
        missed = true;
      }
    }
    return missed;
  }

  private static long excess(Objective objective, long wanted, Confirmation confirmation) {
    return switch (objective) {
      case STALL_SURVIVED -> confirmation.killedStalls() > 0 ? SECOND : 0;
      case STARTS_SURVIVED -> confirmation.killedStarts() > 0 ? SECOND : 0;
      default -> confirmation.worst(objective).orElse(0) - wanted;
    };
  }

  private Suggestion contradicted(SuggestionSearch search) {
    return new Suggestion(
        name(),
        outcomes(search, Optional.empty()),
        List.of(),
        Optional.empty(),
        Optional.of(new ContradictionSearch(search, request.objectives()).find()),
        List.of(),
        new SuggestionGaps(request).all());
  }

  private Suggestion suggested(
      SuggestionSearch search, ContainerSpec found, Confirmation confirmation) {
    return new Suggestion(
        name(),
        outcomes(search, Optional.of(found)),
        changes(found),
        Optional.of(with(request.probed(), found)),
        Optional.empty(),
        new ConfirmationWords(request, confirmation).all(),
        new SuggestionGaps(request).all());
  }

  private static ProbedContainer with(ProbedContainer probed, ContainerSpec found) {
    return new ProbedContainer(probed.pod(), found, probed.resources(), probed.workload());
  }

  private String name() {
    return request.probed().container().name().orElse("");
  }

  private List<ObjectiveOutcome> outcomes(SuggestionSearch search, Optional<ContainerSpec> found) {
    List<ObjectiveOutcome> outcomes = new ArrayList<>();
    ContainerSpec before = request.probed().container();
    request
        .objectives()
        .values()
        .forEach(
            (objective, value) ->
                outcomes.add(
                    new ObjectiveOutcome(
                        objective.sentence(value),
                        search.isMet(objective, request.objectives(), before),
                        words(search, objective, before),
                        found.map(after -> words(search, objective, after)).orElse(""))));
    return outcomes;
  }

  private static String words(
      SuggestionSearch search, Objective objective, ContainerSpec container) {
    OptionalLong time = search.times().of(objective, container);
    if (time.isEmpty()) {
      return objective.growsHarder() ? "no probe ends it" : "never: no probe notices it";
    }
    String text = TimeWords.text(Duration.ofMillis(Math.max(time.getAsLong(), 0)));
    return objective.growsHarder() ? "up to " + text + " in any case" : text + " at worst";
  }

  private List<String> changes(ContainerSpec found) {
    List<String> changes = new ArrayList<>();
    found
        .probes()
        .forEach(
            (kind, probe) -> {
              Optional<Probe> before = request.probed().container().probe(kind);
              if (before.isEmpty()) {
                changes.add(
                    kind.fieldName() + ": new, asking what " + ProbeKind.LIVENESS.word() + " asks");
              } else {
                ProbeChoices.differences(before.get(), probe)
                    .forEach(
                        (field, numbers) ->
                            changes.add(
                                "%s.%s: %s -> %s"
                                    .formatted(
                                        kind.fieldName(),
                                        field.fieldName(),
                                        number(numbers.get(0)),
                                        number(numbers.get(1)))));
              }
            });
    return changes;
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "not set";
  }
}
