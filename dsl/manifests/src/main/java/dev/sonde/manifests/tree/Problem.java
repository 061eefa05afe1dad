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
public record Problem(
    ProblemKind kind, int offset, Position position, String message, String remedy) {

  static Problem at(
      SourceText source, int offset, ProblemKind kind, String message, String remedy) {
    return new Problem(kind, offset, source.position(offset), message, remedy);
  }
}
