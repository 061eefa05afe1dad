package dev.sonde.lint;

import static dev.sonde.rules.LintRules.HOST_SET;

import dev.sonde.model.HttpGet;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.Set;
import java.util.function.Consumer;

final class HostSet implements LintRule {

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

  @Override
  public Rule rule() {
    return HOST_SET;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    for (ActionView view : container.actions()) {
      view.action()
          .dialledHost()
          .filter(host -> !host.isEmpty())
          .ifPresent(host -> found.accept(finding(host, view)));
    }
  }

  private static Finding finding(String host, ActionView view) {
    return HOST_SET.finding(
        view.field("host"),
        "host %s of %s is %s."
            .formatted(
                FindingWords.quote(host),
                view.words(),
                LOCAL.contains(host)
                    ? "the node, not the container"
                    : "dialled from the node, instead of the pod"),
        view.action() instanceof HttpGet
            ? "Remove it; to choose a virtual host send a Host header."
            : "Remove it.");
  }
}
