package dev.sonde.rules;

import dev.sonde.model.ContainerKind;
import dev.sonde.model.ProbeKind;
import java.util.Optional;

/**
 * What a finding is about, in words: {@code the liveness probe of container "orders"}. The words
 * are put together only when something is found.
 */
@FunctionalInterface
public interface FindingSubject {

  /** {@return the words} */
  String words();

  /**
   * {@return a probe}
   *
   * @param kind which of the three
   */
  static FindingSubject probe(ProbeKind kind) {
    return () -> "the " + kind.word() + " probe";
  }

  /**
   * {@return a lifecycle hook}
   *
   * @param name {@code postStart} or {@code preStop}
   */
  static FindingSubject hook(String name) {
    return () -> "the " + name + " hook";
  }

  /**
   * {@return a port that a container declares}
   *
   * @param index its place in the list
   */
  static FindingSubject port(int index) {
    return () -> "ports[" + index + "]";
  }

  /**
   * {@return a container by its name, or by its path if it has none}
   *
   * @param kind its role in the pod
   * @param name its name
   * @param path the way to it
   */
  static FindingSubject container(ContainerKind kind, Optional<String> name, FieldPath path) {
    return () ->
        name.map(text -> kind.word() + " " + FindingWords.quote(text))
            .orElseGet(() -> path.toString());
  }

  /**
   * {@return this as a part of something}
   *
   * @param owner what it is a part of
   */
  default FindingSubject of(FindingSubject owner) {
    return () -> words() + " of " + owner.words();
  }
}
