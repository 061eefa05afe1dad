package dev.sonde.manifests.measured;

import dev.sonde.measured.MeasuredEvidence.Age;
import dev.sonde.measured.MeasuredSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells whether what was measured is what is there now. */
final class SubjectAge {

  private SubjectAge() {}

  /** As seen from the file with the measurement. */
  static Age of(Path file, Optional<MeasuredSubject> subject) {
    if (subject.isEmpty()) {
      return Age.UNNAMED;
    }
    try {
      Path there = file.toAbsolutePath().resolveSibling(subject.get().path()).normalize();
      if (!Files.exists(there)) {
        return Age.UNKNOWN;
      }
      return SubjectHash.of(there).equals(subject.get().hash()) ? Age.CURRENT : Age.OUTDATED;
    } catch (IOException | InvalidPathException unseen) {
      return Age.UNKNOWN;
    }
  }
}
