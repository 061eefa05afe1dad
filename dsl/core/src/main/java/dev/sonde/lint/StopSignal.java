package dev.sonde.lint;

import static dev.sonde.rules.LintRules.STOP_SIGNAL;

import dev.sonde.model.Lifecycle;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.Rule;
import dev.sonde.rules.StopSignalChecks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

final class StopSignal implements LintRule {

  private static final List<String> OF_JVM = List.of("SIGTERM", "SIGINT", "SIGHUP");

  @Override
  public Rule rule() {
    return STOP_SIGNAL;
  }

  @Override
  public void check(ContainerView container, Consumer<Finding> found) {
    container
        .spec()
        .lifecycle()
        .flatMap(Lifecycle::stopSignal)
        .ifPresent(signal -> check(signal, container, found));
  }

  private static void check(String signal, ContainerView container, Consumer<Finding> found) {
    FieldPath path = container.path().field("lifecycle").field("stopSignal");
    Optional<Finding> refused =
        container
            .pod()
            .flatMap(pod -> StopSignalChecks.inPod(signal, pod.os(), path, container.subject()));
    refused.ifPresent(found);
    if (refused.isEmpty()
        && StopSignalChecks.isKnown(signal)
        && container.application().isKnownToRunOnJvm()
        && !OF_JVM.contains(signal)) {
      found.accept(
          STOP_SIGNAL.finding(
              path,
              "stopSignal %s of %s lets the JVM run no shutdown hook."
                  .formatted(FindingWords.quote(signal), container.words()),
              "Write SIGTERM, SIGINT or SIGHUP, or remove it."));
    }
  }
}
