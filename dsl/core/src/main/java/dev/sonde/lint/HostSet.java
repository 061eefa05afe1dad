package dev.sonde.lint;

import static dev.sonde.rules.LintRules.HOST_SET;

import dev.sonde.model.ContainerAction;
import dev.sonde.model.HttpGet;
import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingSubject;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import java.util.List;
import java.util.Optional;
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
    for (ProbeView probe : container.probes()) {
      check(probe.handler(), probe.path(), probe.subject(), found);
    }
    container.spec().lifecycle().ifPresent(lifecycle -> check(lifecycle, container, found));
  }

  private static void check(Lifecycle lifecycle, ContainerView container, Consumer<Finding> found) {
    check("postStart", lifecycle.postStart(), container, found);
    check("preStop", lifecycle.preStop(), container, found);
  }

  private static void check(
      String name, Optional<LifecycleHook> hook, ContainerView container, Consumer<Finding> found) {
    List<? extends ContainerAction> actions = hook.map(LifecycleHook::handlers).orElse(List.of());
    for (ContainerAction action : actions) {
      check(
          action,
          container.path().field("lifecycle").field(name),
          FindingSubject.hook(name).of(container.subject()),
          found);
    }
  }

  private static void check(
      ContainerAction action, FieldPath path, FindingSubject subject, Consumer<Finding> found) {
    action
        .dialledHost()
        .filter(host -> !host.isEmpty())
        .ifPresent(
            host ->
                found.accept(
                    HOST_SET.finding(
                        path.field(action.fieldName()).field("host"),
                        "host %s of %s is %s."
                            .formatted(
                                FindingWords.quote(host),
                                subject.words(),
                                LOCAL.contains(host)
                                    ? "the node, not the container"
                                    : "dialled from the node, instead of the pod"),
                        action instanceof HttpGet
                            ? "Remove it; to choose a virtual host send a Host header."
                            : "Remove it.")));
  }
}
