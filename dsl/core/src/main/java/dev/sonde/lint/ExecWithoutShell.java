package dev.sonde.lint;

import static dev.sonde.rules.LintRules.EXEC_WITHOUT_SHELL;

import dev.sonde.model.Exec;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

final class ExecWithoutShell implements LintRule {

  private static final Set<String> OPERATORS = Set.of("|", "||", "&&", ";", ">", ">>", "<", "&");

  @Override
  public Rule rule() {
    return EXEC_WITHOUT_SHELL;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ActionView view : container.actions()) {
      if (view.action() instanceof Exec exec && !new ExecView(exec).runsInShell()) {
        check(exec, view).ifPresent(found);
      }
    }
  }

  private static Optional<Finding> check(Exec exec, ActionView view) {
    if (exec.command().size() == 1 && exec.command().get(0).strip().contains(" ")) {
      return Optional.of(
          finding(
              view,
              "command %s of %s is one element, and so the name of one program."
                  .formatted(FindingWords.quote(exec.command().get(0)), view.words()),
              "Write each word as an element of its own, or run it with sh -c."));
    }
    return exec.command().stream()
        .filter(OPERATORS::contains)
        .findFirst()
        .map(
            operator ->
                finding(
                    view,
                    "%s in the command of %s is an argument: there is no shell."
                        .formatted(FindingWords.quote(operator), view.words()),
                    "Run the command with sh -c."));
  }

  private static Finding finding(ActionView view, String message, String remedy) {
    return EXEC_WITHOUT_SHELL.finding(view.field("command"), message, remedy);
  }
}
