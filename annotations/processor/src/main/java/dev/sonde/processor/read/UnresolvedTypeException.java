package dev.sonde.processor.read;

import dev.sonde.processor.diagnostic.SourceProblem;
import java.util.Optional;

/**
 * Something cannot be read: it refers to a type that does not exist, or not yet, of which the
 * compiler complains, or has a problem of its own.
 */
final class UnresolvedTypeException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Optional<SourceProblem> problem;

  /** Names the type, as far as it is known. */
  UnresolvedTypeException(String type) {
    super(type, null, false, false);
    this.problem = Optional.empty();
  }

  /** Has a problem that the compiler does not tell. */
  UnresolvedTypeException(SourceProblem problem) {
    super(problem.text(), null, false, false);
    this.problem = Optional.of(problem);
  }

  /** {@return what is wrong, unless the compiler tells it} */
  Optional<SourceProblem> problem() {
    return problem;
  }
}
