package dev.sonde.rules;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;
import java.util.Optional;

/**
 * What a finding is about, in words: {@code the liveness probe of container "orders"}. The words
 * are put together only when something is found.
 */
@FunctionalInterface
interface Subject {

  String words();

  static Subject probe(ProbeKind kind) {
    return () -> "the " + kind.word() + " probe";
  }

  static Subject hook(String name) {
    return () -> "the " + name + " hook";
  }

  /** A container by its name; one without is told by its place, the last steps of its path. */
  static Subject container(ContainerKind kind, Optional<String> name, FieldPath path) {
    return () ->
        name.map(text -> kind.word() + " " + Words.quote(text)).orElseGet(() -> path.toString());
  }

  default Subject of(Subject owner) {
    return () -> words() + " of " + owner.words();
  }
}
