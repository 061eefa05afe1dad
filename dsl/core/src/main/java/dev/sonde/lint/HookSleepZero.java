package dev.sonde.lint;

import static dev.sonde.rules.LintRules.HOOK_SLEEP_ZERO;

import dev.sonde.model.Lifecycle;
import dev.sonde.model.LifecycleHook;
import dev.sonde.model.Sleep;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingSubject;
import dev.sonde.rules.Rule;
import java.util.Optional;
import java.util.function.Consumer;

final class HookSleepZero implements LintRule {

  @Override
  public Rule rule() {
    return HOOK_SLEEP_ZERO;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    Optional<Lifecycle> lifecycle = container.spec().lifecycle();
    check("postStart", lifecycle.flatMap(Lifecycle::postStart), container, found);
    check("preStop", lifecycle.flatMap(Lifecycle::preStop), container, found);
  }

  private static void check(
      String name, Optional<LifecycleHook> hook, ContainerView container, Consumer<Finding> found) {
    hook.map(LifecycleHook::handlers)
        .filter(handlers -> handlers.contains(new Sleep(0)))
        .ifPresent(
            handlers ->
                found.accept(
                    HOOK_SLEEP_ZERO.finding(
                        container
                            .path()
                            .field("lifecycle")
                            .field(name)
                            .field("sleep")
                            .field("seconds"),
                        "sleep of 0 s in %s does nothing, and Kubernetes before 1.33 refuses it."
                            .formatted(FindingSubject.hook(name).of(container.subject()).words()),
                        "Remove the hook, or sleep for at least 1 s.")));
  }
}
