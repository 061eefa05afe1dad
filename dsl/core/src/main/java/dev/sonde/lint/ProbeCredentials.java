package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PROBE_CREDENTIALS;

import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in the open is named, never repeated. */
final class ProbeCredentials implements LintRule {

  private static final String NAME =
      "[\\w-]*(?:token|secret|passw(?:or)?d|passwd|api[_-]?key|access[_-]?key|credentials?)[\\w-]*";

  private static final Pattern HEADER =
      Pattern.compile("(?i)(?:proxy-)?authorization|(?:x-)?auth|" + NAME);

  private static final Pattern PARAMETER =
      Pattern.compile("(?i)[?&](" + NAME + "|auth|sig|signature)=[^&]+");

  private static final Pattern USER = Pattern.compile("(?i)https?://[^/@\\s:]+:([^/@\\s]+)@.*");

  /** An argument that is, or begins with, an option; its value may be the next word. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)(--(?:[a-z-]*-)?(?:password|passwd|token|secret|api-key|http-password))(?:=(.+))?");

  private static final Pattern SENT_HEADER =
      Pattern.compile(
          "(?i)['\"]?((?:proxy-)?authorization|x-[\\w-]*(?:token|key))['\"]?:\\s*(\\S.*)");

  @Override
  public Rule rule() {
    return PROBE_CREDENTIALS;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ActionView view : container.actions()) {
      if (view.action() instanceof HttpGet http) {
        checkHeaders(http, view, found);
        checkPath(http, view, found);
      } else if (view.action() instanceof Exec exec) {
        checkCommand(exec.command(), view, found);
      }
    }
  }

  private static void checkHeaders(HttpGet http, ActionView view, Consumer<Finding> found) {
    for (HttpHeader header : http.httpHeaders()) {
      if (HEADER.matcher(header.name()).matches() && isWritten(header.value())) {
        found.accept(finding(view, "httpHeaders", "header " + FindingWords.quote(header.name())));
      }
    }
  }

  private static void checkPath(HttpGet http, ActionView view, Consumer<Finding> found) {
    Matcher parameter = PARAMETER.matcher(http.effectivePath());
    Matcher user = USER.matcher(http.effectivePath());
    if (parameter.find() && isWritten(parameter.group())) {
      found.accept(finding(view, "path", "parameter " + FindingWords.quote(parameter.group(1))));
    } else if (user.matches() && isWritten(user.group(1))) {
      found.accept(finding(view, "path", "the user in the path"));
    }
  }

  private static void checkCommand(List<String> command, ActionView view, Consumer<Finding> found) {
    List<String> words =
        command.stream().flatMap(element -> List.of(element.split("\\s+")).stream()).toList();
    for (int i = 0; i < words.size(); i++) {
      Matcher option = OPTION.matcher(words.get(i));
      Matcher user = USER.matcher(words.get(i));
      if (option.matches()) {
        String next = i + 1 < words.size() ? words.get(i + 1) : "-";
        String value = option.group(2) == null ? next : option.group(2);
        if (isWritten(value) && !value.startsWith("-")) {
          found.accept(finding(view, "command", "option " + FindingWords.quote(option.group(1))));
          return;
        }
      } else if (user.matches() && isWritten(user.group(1))) {
        found.accept(finding(view, "command", "the user in a URL"));
        return;
      }
    }
    Matcher header = SENT_HEADER.matcher(String.join(" ", command));
    if (header.find() && isWritten(header.group(2))) {
      found.accept(finding(view, "command", "header " + FindingWords.quote(header.group(1))));
    }
  }

  /** What comes from a variable is not written in the manifest. */
  private static boolean isWritten(String value) {
    return !value.isBlank() && !value.contains("$");
  }

  private static Finding finding(ActionView view, String field, String what) {
    return PROBE_CREDENTIALS.finding(
        view.field(field),
        "%s of %s holds credentials in the open.".formatted(what, view.words()),
        "Let the endpoint answer without them, on a port that only the node reaches, and take them"
            + " back: whoever may read the manifest has them.");
  }
}
