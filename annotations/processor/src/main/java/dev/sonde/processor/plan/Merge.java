package dev.sonde.processor.plan;

import dev.sonde.model.ProbeKind;
import dev.sonde.processor.read.Declaration;
import dev.sonde.processor.read.HandlerSetting;
import dev.sonde.processor.read.Placed;
import dev.sonde.processor.read.Settings;
import dev.sonde.processor.report.Place;
import dev.sonde.processor.report.Problem;
import dev.sonde.rules.JavaRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the parameters together that several places set for one probe. */
final class Merge {

  private final ProbeKind kind;
  private final List<Problem> problems;
  private final Map<String, Placed<Long>> numbers = new TreeMap<>();
  private final Map<String, HandlerSetting> handlers = new TreeMap<>();

  private Merge(ProbeKind kind, List<Problem> problems) {
    this.kind = kind;
    this.problems = problems;
  }

  /**
   * {@return what is set} Where two places disagree, the first one counts and {@code problems} gets
   * one more.
   *
   * @param declarations those of this kind, sorted; at least one
   */
  static ProbeDraft merge(ProbeKind kind, List<Declaration> declarations, List<Problem> problems) {
    Merge merge = new Merge(kind, problems);
    for (Declaration declaration : declarations) {
      merge.add(declaration.settings());
    }
    return new ProbeDraft(
        kind, declarations.get(0).place(), new Settings(merge.numbers, merge.handlers));
  }

  private void add(Settings settings) {
    for (Map.Entry<String, Placed<Long>> entry : settings.numbers().entrySet()) {
      String name = entry.getKey();
      Placed<Long> number = entry.getValue();
      Placed<Long> first = numbers.putIfAbsent(name, number);
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

  private void conflict(String later, Place laterPlace, String first, Place firstPlace) {
    problems.add(
        Problem.of(
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
