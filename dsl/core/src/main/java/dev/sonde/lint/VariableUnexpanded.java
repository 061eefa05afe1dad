package dev.sonde.lint;

import static dev.sonde.rules.LintRules.VARIABLE_UNEXPANDED;

import dev.sonde.model.ContainerAction;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Kubernetes expands {@code $(NAME)} in the command of a probe, of variables whose value the
 * manifest has; a shell expands its own forms; nobody expands anything else.
 */
final class VariableUnexpanded implements LintRule {

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<!\\$)\\$(?:\\((" + NAME + ")\\)|\\{(" + NAME + ")\\}|([A-Z_][A-Z0-9_]*)\\b)");

  @Override
  public Rule rule() {
    return VARIABLE_UNEXPANDED;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    if (isTemplate(container)) {
      return;
    }
    for (ActionView view : container.actions()) {
      ContainerAction action = view.action();
      if (action instanceof HttpGet http) {
        check("path", http.effectivePath(), view, found);
        for (HttpHeader header : http.httpHeaders()) {
          check("httpHeaders", header.value(), view, found);
        }
      } else if (action instanceof Grpc grpc) {
        check("service", grpc.service().orElse(""), view, found);
      } else if (action instanceof Exec exec) {
        check(exec, view, container.context(), found);
      }
      check("host", action.dialledHost().orElse(""), view, found);
    }
  }

  /** Something that fills in a variable in the image fills in all of them, before Kubernetes. */
  private static boolean isTemplate(ContainerView container) {
    return container.context().image().filter(image -> image.contains("$")).isPresent();
  }

  private static void check(String field, String text, ActionView view, Consumer<Finding> found) {
    first(text)
        .ifPresent(
            variable ->
                found.accept(
                    finding(
                        view,
                        field,
                        variable.group(),
                        "Write the value itself, or let a tool such as kustomize fill it in.")));
  }

  private static void check(
      Exec exec, ActionView view, ContainerContext context, Consumer<Finding> found) {
    if (new ExecView(exec).runsInShell()) {
      return;
    }
    for (String element : exec.command()) {
      Optional<MatchResult> unexpanded =
          VARIABLE
              .matcher(element)
              .results()
              .filter(variable -> !isExpanded(variable, view, context))
              .findFirst();
      if (unexpanded.isPresent()) {
        found.accept(
            finding(view, "command", unexpanded.get().group(), "Run the command with sh -c."));
        return;
      }
    }
  }

  /** In the commands of hooks nothing is expanded. */
  private static boolean isExpanded(
      MatchResult variable, ActionView view, ContainerContext context) {
    return !view.ofHook()
        && variable.group(1) != null
        && context.variables().getOrDefault(variable.group(1), Optional.empty()).isPresent();
  }

  private static Optional<MatchResult> first(String text) {
    return VARIABLE.matcher(text).results().findFirst();
  }

  private static Finding finding(ActionView view, String field, String variable, String remedy) {
    return VARIABLE_UNEXPANDED.finding(
        view.field(field),
        "%s in %s of %s is not expanded: it is used as it is written."
            .formatted(FindingWords.quote(variable), field, view.words()),
        remedy);
  }
}
