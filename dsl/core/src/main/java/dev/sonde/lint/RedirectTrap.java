package dev.sonde.lint;

import static dev.sonde.rules.LintRules.REDIRECT_TRAP;

import dev.sonde.model.HttpGet;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

final class RedirectTrap implements LintRule {

  private static final Pattern LOGIN =
      Pattern.compile("(?i).*/(log-?in|sign-?in|sso|saml2?|oauth2?|oidc)([/?.].*)?");

  @Override
  public Rule rule() {
    return REDIRECT_TRAP;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ProbeView probe : container.probes()) {
      if (probe.handler() instanceof HttpGet http) {
        check(http.effectivePath(), probe, found);
      }
    }
  }

  private static void check(String path, ProbeView probe, Consumer<Finding> found) {
    if (LOGIN.matcher(path).matches()) {
      found.accept(
          REDIRECT_TRAP.finding(
              probe.handlerPath("path"),
              "path %s of %s may answer with a redirect to another host, which counts as success."
                  .formatted(FindingWords.quote(path), probe.words()),
              "Ask an endpoint that is made for probes."));
    }
  }
}
