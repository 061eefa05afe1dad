package dev.sonde.runtime;

import dev.sonde.runtime.answer.EndpointKind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration says otherwise of one check. Immutable; what is empty stays as declared.
 *
 * @param enabled whether it is asked at all
 * @param probes the probes that ask it from now on; empty, those that it was declared for
 * @param required whether its probe fails with it
 * @param deadline how long it may take, more than 0
 * @param cachedFor how old an answer may be, more than 0; it is then not asked in the background
 * @param every the time from one start in the background to the next, more than 0; its answers are
 *     then not cached
 * @param downAfter how many failures in a row count as down, at least 1
 */
public record CheckOverride(
    boolean enabled,
    Set<EndpointKind> probes,
    Optional<Boolean> required,
    Optional<Duration> deadline,
    Optional<Duration> cachedFor,
    Optional<Duration> every,
    Optional<Integer> downAfter) {

  /** Takes an unchangeable copy of the set. */
  public CheckOverride {
    probes = Set.copyOf(probes);
    Objects.requireNonNull(required, "required");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(cachedFor, "cachedFor");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(downAfter, "downAfter");
  }

  Check applyTo(Check check) {
    Check changed = check;
    if (required.isPresent()) {
      changed = changed.required(required.get());
    }
    if (deadline.isPresent()) {
      changed = changed.deadline(deadline.get());
    }
    if (cachedFor.isPresent() || every.isPresent()) {
      changed = changed.keepingNothing();
    }
    if (cachedFor.isPresent()) {
      changed = changed.cachedFor(cachedFor.get());
    }
    if (every.isPresent()) {
      changed = changed.every(every.get());
    }
    return downAfter.isPresent() ? changed.downAfter(downAfter.get()) : changed;
  }
}
