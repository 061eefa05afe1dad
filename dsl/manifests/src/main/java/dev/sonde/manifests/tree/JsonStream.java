package dev.sonde.manifests.tree;

import java.util.function.Consumer;

/** Reads the objects of a JSON file one after the other, as Go's JSON decoder does. */
public final class JsonStream {

  private JsonStream() {}

  /**
   * Reads JSON, and nothing that only YAML permits.
   *
   * @param source the text
   * @param documents takes each object as soon as it is read
   * @param problems takes duplicate keys before their document, and the one mistake that ends the
   *     reading
   */
  public static void visit(
      SourceText source, Consumer<YamlDocument> documents, Consumer<YamlProblem> problems) {
    JsonTreeReader reader = new JsonTreeReader(source, problems);
    try {
      reader.skipBlanks();
      if (reader.isAtEnd()) {
        throw reader.unexpected("a JSON object");
      }
      while (!reader.isAtEnd()) {
        documents.accept(document(reader));
      }
    } catch (RejectedDocument e) {
      problems.accept(e.problem());
    }
  }

  private static YamlDocument document(JsonTreeReader reader) {
    int start = reader.offset();
    YamlTreeNode root = reader.object();
    int end = reader.offset();
    reader.skipBlanks();
    return new YamlDocument(root, start, end);
  }
}
