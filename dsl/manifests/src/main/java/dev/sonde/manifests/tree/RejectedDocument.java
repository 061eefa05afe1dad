package dev.sonde.manifests.tree;

/** Ends the reading of a document that the parser takes but that is of no use. */
final class RejectedDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RejectedDocument(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
