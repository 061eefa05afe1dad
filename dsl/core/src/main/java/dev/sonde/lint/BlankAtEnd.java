package dev.sonde.lint;

import static dev.sonde.rules.LintRules.BLANK_AT_END;

import dev.sonde.model.ContainerAction;
import dev.sonde.model.Exec;
import dev.sonde.model.Grpc;
import dev.sonde.model.HttpGet;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;

final class BlankAtEnd implements LintRule {

  @Override
  public Rule rule() {
    return BLANK_AT_END;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ActionView view : container.actions()) {
      ContainerAction action = view.action();
      if (action instanceof HttpGet http) {
        check("path", http.effectivePath(), view, found);
      } else if (action instanceof Grpc grpc) {
        check("service", grpc.service().orElse(""), view, found);
      } else if (action instanceof Exec exec) {
        check(exec, view, found);
      }
      check("host", action.dialledHost().orElse(""), view, found);
    }
  }

  /** A blank may be meant in an argument; such a quote hardly is. */
  private static void check(Exec exec, ActionView view, Consumer<Finding> found) {
    for (int i = 0; i < exec.command().size(); i++) {
      String element = exec.command().get(i);
      if (i == 0 || isQuoted(element)) {
        check("command", element, view, found);
      }
    }
  }

  private static void check(String field, String text, ActionView view, Consumer<Finding> found) {
    if (text.isEmpty()) {
      return;
    }
    if (isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length()))) {
      found.accept(finding(field, text, view, "begins or ends with a blank", "Remove the blank."));
    } else if (isQuoted(text)) {
      found.accept(
          finding(field, text, view, "begins with a typographic quote", "Write a plain one."));
    } else if (text.codePoints().anyMatch(BlankAtEnd::isUnseen)) {
      found.accept(
          finding(field, text, view, "holds a character that cannot be seen", "Remove it."));
    }
  }

  private static Finding finding(
      String field, String text, ActionView view, String what, String remedy) {
    return BLANK_AT_END.finding(
        view.field(field),
        "%s %s of %s %s, which is asked for, too."
            .formatted(field, FindingWords.quote(text), view.words(), what),
        remedy);
  }

  private static boolean isQuoted(String text) {
    return !text.isEmpty() && FindingWords.isTypographicQuote(text.charAt(0));
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || isUnseen(c);
  }

  /** Spaces that look like the plain one, and what shows as nothing. */
  private static boolean isUnseen(int c) {
    return !FindingWords.isShown(c) || (c != ' ' && Character.isSpaceChar(c));
  }
}
