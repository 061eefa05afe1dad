package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PROBE_CREDENTIALS;

import dev.sonde.model.Exec;
import dev.sonde.model.HttpGet;
import dev.sonde.model.HttpHeader;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
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
        CommandCredentials.in(exec.command())
            .ifPresent(what -> found.accept(finding(view, "command", what)));
      }
    }
  }

  private static void checkHeaders(HttpGet http, ActionView view, Consumer<Finding> found) {
    for (HttpHeader header : http.httpHeaders()) {
      if (HEADER.matcher(header.name()).matches() && CommandCredentials.isWritten(header.value())) {
        found.accept(finding(view, "httpHeaders", "header " + FindingWords.quote(header.name())));
      }
    }
  }

  private static void checkPath(HttpGet http, ActionView view, Consumer<Finding> found) {
    Matcher parameter = PARAMETER.matcher(http.effectivePath());
    Matcher user = USER.matcher(http.effectivePath());
    if (parameter.find() && CommandCredentials.isWritten(parameter.group())) {
      found.accept(finding(view, "path", "parameter " + FindingWords.quote(parameter.group(1))));
    } else if (user.matches() && CommandCredentials.isWritten(user.group(1))) {
      found.accept(finding(view, "path", "the user in the path"));
    }
  }

  private static Finding finding(ActionView view, String field, String what) {
    return PROBE_CREDENTIALS.finding(
        view.field(field),
        "%s of %s holds credentials in the open.".formatted(what, view.words()),
        "Let the endpoint answer without them, on a port that only the node reaches, and take them"
            + " back: everyone who can read the manifest has them.");
  }
}
