package dev.sonde.kubelet.internal.suggest;

import java.util.List;

/** A suggestion for people. */
final class SuggestionText {

  private final StringBuilder text = new StringBuilder();

  private SuggestionText() {}

  static String of(Suggestion suggestion) {
    SuggestionText text = new SuggestionText();
    text.addHead(suggestion);
    suggestion.contradiction().ifPresent(text::add);
    suggestion
        .suggested()
        .ifPresent(
            probed -> {
              text.addLines("Change", changes(suggestion));
              text.addLines("Annotations", ProbeAnnotations.of(probed.container()));
              text.addLines("YAML", probed.toYaml().lines().toList());
            });
    text.addLines("Confirmed", suggestion.confirmed());
    text.addLines("Not known", suggestion.unknown());
    return text.text.toString();
  }

  private void addHead(Suggestion suggestion) {
    text.append("Container ")
        .append(suggestion.container().isEmpty() ? "without a name" : suggestion.container())
        .append('\n');
    for (ObjectiveOutcome outcome : suggestion.outcomes()) {
      text.append("  %s\n".formatted(outcome.objective()));
      text.append(
          "    now: %s%s\n".formatted(outcome.before(), outcome.metBefore() ? "" : ", missed"));
      if (!outcome.after().isEmpty()) {
        text.append("    then: %s\n".formatted(outcome.after()));
      }
    }
  }

  private static List<String> changes(Suggestion suggestion) {
    return suggestion.changes().isEmpty()
        ? List.of("none: the current numbers meet everything")
        : suggestion.changes();
  }

  private void add(Contradiction contradiction) {
    String title =
        contradiction.objectives().size() == 1
            ? "This cannot be met"
            : "These contradict each other";
    addLines(title, contradiction.objectives());
    addLines("What would do", contradiction.remedies());
  }

  private void addLines(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }
}
