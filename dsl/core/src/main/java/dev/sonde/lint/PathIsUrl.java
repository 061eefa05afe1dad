package dev.sonde.lint;

import static dev.sonde.rules.LintRules.PATH_IS_URL;

import dev.sonde.model.HttpGet;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

final class PathIsUrl implements LintRule {

  private static final Pattern URL = Pattern.compile("(?i)https?://[^/?]*(.*)");

  @Override
  public Rule rule() {
    return PATH_IS_URL;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ProbeView probe : container.probes()) {
      if (probe.handler() instanceof HttpGet http) {
        var url = URL.matcher(http.effectivePath());
        if (url.matches()) {
          found.accept(
              PATH_IS_URL.finding(
                  probe.handlerPath("path"),
                  "path %s of %s is a URL; its scheme and host are overwritten."
                      .formatted(FindingWords.quote(http.effectivePath()), probe.words()),
                  "Write the path alone: " + (url.group(1).isEmpty() ? "/" : url.group(1)) + "."));
        }
      }
    }
  }
}
