package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.diagnostic.SourcePlace;
import dev.sonde.processor.diagnostic.SourceProblem;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.read.PlacedValue;
import dev.sonde.processor.read.ProbeDeclaration;
import dev.sonde.processor.read.ProbeSettings;
import dev.sonde.rules.JavaRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the parameters together that several places set for one probe. */
final class ParameterMerge {

  private final ProbeKind kind;
  private final List<SourceProblem> problems;
  private final Map<String, PlacedValue<Long>> numbers = new TreeMap<>();
  private final Map<String, HandlerSetting> handlers = new TreeMap<>();

  private ParameterMerge(ProbeKind kind, List<SourceProblem> problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /**
   * {@return what is set} Where two places disagree, the first one counts and {@code problems} gets
   * one more.
   *
   * @param declarations those of this kind, sorted; at least one
   */
  static ProbeDraft merge(
      ProbeKind kind, List<ProbeDeclaration> declarations, List<SourceProblem> problems) {
    ParameterMerge merge = new ParameterMerge(kind, problems);
    for (ProbeDeclaration declaration : declarations) {
      merge.add(declaration.settings());
    }
    return new ProbeDraft(
        kind, declarations.get(0).place(), new ProbeSettings(merge.numbers, merge.handlers));
  }

  private void add(ProbeSettings settings) {
    for (Map.Entry<String, PlacedValue<Long>> entry : settings.numbers().entrySet()) {
      String name = entry.getKey();
      PlacedValue<Long> number = entry.getValue();
      PlacedValue<Long> first = numbers.putIfAbsent(name, number);
      if (first != null && !first.value().equals(number.value())) {
        conflict(
            name + " = " + number.value(),
            number.place(),
            name + " = " + first.value(),
            first.place());
      }
    }
    addHandlers(settings.handlers());
  }

  /** Several handlers in one place are left to the rules for probes. */
  private void addHandlers(Map<String, HandlerSetting> written) {
    if (handlers.isEmpty()) {
      handlers.putAll(written);
      return;
    }
    HandlerSetting first = handlers.values().iterator().next();
    for (HandlerSetting handler : written.values()) {
      if (!first.handler().equals(handler.handler())
          || !first.heartbeat().equals(handler.heartbeat())) {
        conflict(
            handler.handler().fieldName(),
            handler.place(),
            first.handler().fieldName(),
            first.place());
      }
    }
  }

  private void conflict(
      String later, SourcePlace laterPlace, String first, SourcePlace firstPlace) {
    problems.add(
        SourceProblem.of(
            JavaRule.PARAMETER_CONFLICT,
            laterPlace,
            later
                + " of "
                + laterPlace
                + " disagrees with "
                + first
                + " of "
                + firstPlace
                + "; a container has one "
                + kind.word()
                + " probe.",
            "Set it in one place."));
  }
}
