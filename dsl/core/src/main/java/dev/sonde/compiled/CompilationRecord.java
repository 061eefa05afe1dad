package dev.sonde.compiled;

import dev.sonde.model.ProbeSetDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a compilation says of itself in a file beside the documents: which classes it knew, and what
 * it generated from them. The next compilation, which may be given only some of the classes, and
 * the tools that take the documents compare with it what they find.
 *
 * @param owners the binary names of the classes with Sonde's annotations, each with the hash of
 *     {@link AnnotationText}
 * @param used the full names of the top-level classes compiled with them that made a difference,
 *     such as those that implement an abstract check
 * @param open the binary names of the owners that are abstract: any other class may implement them
 * @param generated the full names of the generated classes, each with the hash of its source
 * @param documents the names of the documents, each with its hash
 */
public record CompilationRecord(
    Map<String, String> owners,
    Set<String> used,
    Set<String> open,
    Map<String, String> generated,
    Map<String, String> documents) {

  /** The path of the file in the class output. */
  public static final String PATH = ProbeSetDocument.FOLDER + "/compilation";

  private static final String COMMENT =
      """
      # Written by Sonde: what it knew when it wrote the documents beside this file.
      # It lets a compilation of a part be told from one of everything. Do not change it.
      """;
  private static final String VERSION = "sonde.dev/v1";
  private static final String OWNER = "owner";
  private static final String USED = "used";
  private static final String OPEN = "open";
  private static final String GENERATED = "generated";
  private static final String DOCUMENT = "document";
  private static final List<String> KINDS = List.of(OWNER, USED, OPEN, GENERATED, DOCUMENT);

  /** Copies the collections, so that the value stays what it was. */
  public CompilationRecord {
    owners = Map.copyOf(owners);
    used = Set.copyOf(used);
    open = Set.copyOf(open);
    generated = Map.copyOf(generated);
    documents = Map.copyOf(documents);
  }

  /** {@return the file's content} */
  public String toText() {
    StringBuilder text = new StringBuilder(COMMENT).append(VERSION).append('\n');
    append(OWNER, owners, text);
    append(USED, withoutHash(used), text);
    append(OPEN, withoutHash(open), text);
    append(GENERATED, generated, text);
    append(DOCUMENT, documents, text);
    return text.toString();
  }

  /**
   * {@return the record in a file's content; nothing if it is none, or one of another version}
   *
   * @param text the content
   */
  public static Optional<CompilationRecord> parse(String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
      return Optional.empty();
    }
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      if (words.length < 2 || !KINDS.contains(words[0])) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new CompilationRecord(
            entries(OWNER, lines),
            entries(USED, lines).keySet(),
            entries(OPEN, lines).keySet(),
            entries(GENERATED, lines),
            entries(DOCUMENT, lines)));
  }

  private static Map<String, String> entries(String kind, List<String> lines) {
    Map<String, String> entries = new TreeMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      if (words[0].equals(kind)) {
        entries.put(words[1], words.length == 3 ? words[2] : "");
      }
    }
    return entries;
  }

  private static Map<String, String> withoutHash(Set<String> names) {
    Map<String, String> entries = new TreeMap<>();
    for (String name : names) {
      entries.put(name, "");
    }
    return entries;
  }

  private static void append(String kind, Map<String, String> entries, StringBuilder text) {
    for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
      text.append((kind + " " + entry.getKey() + " " + entry.getValue()).strip()).append('\n');
    }
  }
}
