package dev.sonde.kubelet.junit;

import dev.sonde.model.ContainerSpec;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What {@link ProbeMutations} and the extension of the suite that it runs tell each other: one way
 * by parameters of the run, the other by what the run reports.
 */
final class MutationRun {

  /** Asks for all changes that there could be; each is reported. */
  static final String LIST = "dev.sonde.kubelet.mutants";

  /** Names the change to make, by its text. */
  static final String MUTANT = "dev.sonde.kubelet.mutant";

  /** Reported with a change: the probes are what is changed. */
  static final String CONTAINER = "container";

  /** Reported where an application could not be started: no test has seen the change. */
  static final String BROKEN = "dev.sonde.kubelet.broken";

  private MutationRun() {}

  static boolean isOne(ExtensionContext context) {
    return context.getConfigurationParameter(MUTANT).isPresent();
  }

  /** {@return the setup with the change that the run is about, where it has it} */
  static KubeletSetup applied(ExtensionContext context, KubeletSetup setup) {
    if (context.getConfigurationParameter(LIST).isPresent()) {
      MutatedContainers.of(setup)
          .keySet()
          .forEach(mutant -> context.publishReportEntry(mutant.toEntries()));
    }
    Optional<String> wanted = context.getConfigurationParameter(MUTANT);
    return wanted.flatMap(text -> changed(setup, text)).map(setup::with).orElse(setup);
  }

  private static Optional<ContainerSpec> changed(KubeletSetup setup, String text) {
    return MutatedContainers.of(setup).entrySet().stream()
        .filter(mutant -> mutant.getKey().text().equals(text))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  static void reportBroken(ExtensionContext context, RuntimeException trouble) {
    if (isOne(context)) {
      context.publishReportEntry(BROKEN, String.valueOf(trouble.getMessage()));
    }
  }
}
