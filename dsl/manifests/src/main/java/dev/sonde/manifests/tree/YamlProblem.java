package dev.sonde.manifests.tree;

/**
 * One thing that is wrong with the YAML itself.
 *
 * @param kind what sort of thing
 * @param offset where, in {@code char}s of {@link SourceText#text()}
 * @param position the same as line and column
 * @param message what is wrong, with the text seen
 * @param remedy what to do
 */
public record YamlProblem(
    ProblemKind kind, int offset, TextPosition position, String message, String remedy) {

  static YamlProblem at(
      SourceText source, int offset, ProblemKind kind, String message, String remedy) {
    return new YamlProblem(kind, offset, source.position(offset), message, remedy);
  }
}
