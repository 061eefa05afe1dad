package dev.sonde.manifests.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All documents of one text, and what is wrong with it.
 *
 * @param source the text
 * @param documents the documents that are sound, in order; one with a duplicate key is among them,
 *     one with any other problem is not
 * @param problems what is wrong, in order
 */
public record YamlStream(
    SourceText source, List<YamlDocument> documents, List<YamlProblem> problems) {

  /** Copies the lists, so that the value stays what it was. */
  public YamlStream {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads UTF-8, or UTF-16 that begins with a byte order mark. Whatever the bytes are, the answer
   * is a stream: what is wrong is in its problems.
   *
   * @param bytes a file's content
   * @return its documents and problems
   */
  public static YamlStream parse(byte[] bytes) {
    TextEncoding.Decoded decoded = TextEncoding.decode(bytes);
    return decoded
        .problem()
        .map(problem -> new YamlStream(decoded.source(), List.of(), List.of(problem)))
        .orElseGet(() -> parse(decoded.source()));
  }

  /**
   * Reads the documents of a text. A document that is broken is left out, becomes a problem, and
   * does not keep the ones before and behind it from being read.
   *
   * @param source the text
   * @return its documents and problems
   */
  public static YamlStream parse(SourceText source) {
    List<YamlDocument> documents = new ArrayList<>();
    List<YamlProblem> problems = new ArrayList<>();
    visit(source, documents::add, problems::add);
    return new YamlStream(source, documents, problems);
  }

  /**
   * Reads the documents of a text one after the other, for a reader that does not need all of them
   * at once; much faster than {@link #parse(SourceText)} where documents are many.
   *
   * @param source the text
   * @param documents takes each sound document as soon as it is read
   * @param problems takes each problem as soon as it is found; that of a duplicate key comes before
   *     its document, any other one in place of its document
   */
  public static void visit(
      SourceText source, Consumer<YamlDocument> documents, Consumer<YamlProblem> problems) {
    new StreamParser(source, documents, problems).parse();
  }
}
