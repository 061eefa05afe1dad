package dev.sonde.manifests.tree;

/** Ends the reading of a document that the parser takes but that is of no use. */
final class RejectedDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient YamlProblem problem;

  RejectedDocument(YamlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  YamlProblem problem() {
    return problem;
  }
}
