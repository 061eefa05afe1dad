package dev.sonde.manifests.lint;

import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Finding;
import dev.sonde.rules.InputRules;
import java.util.Optional;

/** Keeps a defect of Sonde's own from ending a run. */
final class DefectGuard {

  private DefectGuard() {}

  /** {@return what to say if a step breaks off} */
  static Optional<Finding> run(Runnable step) {
    try {
      step.run();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(
          InputRules.NOT_JUDGED.finding(
              FieldPath.ROOT,
              "Sonde has a defect, and broke off here: " + e + ".",
              "Judge the rest of this document by other means, and report the defect."));
    }
  }
}
