package dev.sonde.manifests.tree;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says what the parser found in words that help to mend it. */
final class SyntaxProblems {

  private static final String INDENTATION =
      "Indent the lines that belong together alike, with spaces.";
  private static final List<String> CONFLICTS = List.of("<<<<<<< ", "=======", ">>>>>>> ");

  private final SourceText source;

  SyntaxProblems(SourceText source) {
    this.source = source;
  }

  YamlProblem of(MarkedYamlEngineException error, CharOffsets.View view, TreeBuilder builder) {
    int context = error.getContextMark().map(mark -> view.offset(mark.getIndex())).orElse(-1);
    int offset =
        error
            .getProblemMark()
            .map(mark -> view.offset(mark.getIndex()))
            .orElse(Math.max(context, builder.documentStart()));
    OptionalInt template =
        TemplateSigns.find(source, source.lineStart(builder.unreadFrom()), source.lineEnd(offset));
    if (template.isPresent()) {
      return TemplateSigns.problem(source, template.getAsInt());
    }
    OptionalInt conflict = conflict(builder.unreadFrom(), offset);
    return conflict.isPresent()
        ? syntax(
            conflict.getAsInt(),
            "these are the marks of a conflict between two versions of the file.",
            "Decide for one of them, and remove the marks.")
        : explain(error, context, offset);
  }

  YamlProblem unmarked(YamlEngineException error, int offset) {
    return syntax(offset, "the parser says: " + error.getMessage() + ".", "Correct the document.");
  }

  /** What {@link DocumentMarkers#controlCharacter} found. */
  YamlProblem controlCharacter(int offset) {
    if (source.text().charAt(offset) == DocumentMarkers.BYTE_ORDER_MARK) {
      return syntax(
          offset,
          "a byte order mark (U+FEFF) is inside the file, as where files were put together.",
          "Remove it.");
    }
    String name = String.format("U+%04X", (int) source.text().charAt(offset));
    return syntax(
        offset,
        "the character " + name + " is not allowed in YAML.",
        "Remove it; in double quotes it can be written as an escape.");
  }

  private YamlProblem explain(MarkedYamlEngineException error, int context, int offset) {
    String said = error.getProblem();
    OptionalInt tab = tabInIndentation(offset);
    if (tab.isPresent() && (said.contains("(TAB)") || said.contains("cannot start any token"))) {
      return tab(tab.getAsInt());
    }
    if (said.contains("mapping values are not allowed here")) {
      return syntax(
          offset,
          "this \":\" cannot begin a value here.",
          "Indent the line like its neighbours, or quote a text that holds \": \".");
    }
    if (said.contains("sequence entries are not allowed here")) {
      return syntax(offset, "a list item cannot begin here.", "Put it on a line of its own.");
    }
    if (said.contains("cannot start any token")) {
      return cannotStart(offset);
    }
    if (said.contains("expected <block end>")) {
      return syntax(
          offset, "this continues nothing that is open above" + since(context) + ".", INDENTATION);
    }
    if (said.contains("could not find expected ':'")) {
      return syntax(
          context < 0 ? offset : context,
          "this key has no \":\" behind it.",
          "Add it, and a value.");
    }
    return explainUnclosed(error, context, offset);
  }

  /** The first line, of those that were read last, with a mark that a failed merge of git left. */
  private OptionalInt conflict(int from, int to) {
    return IntStream.rangeClosed(source.lineStart(from), to)
        .filter(at -> CONFLICTS.stream().anyMatch(mark -> source.text().startsWith(mark, at)))
        .filter(at -> source.lineStart(at) == at)
        .findFirst();
  }

  private OptionalInt tabInIndentation(int offset) {
    int at = source.lineStart(offset);
    while (at < offset && source.text().charAt(at) == ' ') {
      at++;
    }
    boolean tab = at < source.text().length() && source.text().charAt(at) == '\t';
    return tab ? OptionalInt.of(at) : OptionalInt.empty();
  }

  private YamlProblem explainUnclosed(MarkedYamlEngineException error, int context, int offset) {
    String within = String.valueOf(error.getContext());
    boolean unclosed =
        error.getProblem().contains("unexpected end of stream")
            || error.getProblem().contains("unexpected document separator");
    if (within.contains("quoted scalar") && unclosed && context >= 0) {
      return syntax(context, "the quote that opens here is never closed.", "Close it.");
    }
    if (within.contains("parsing a flow") && context >= 0) {
      return syntax(
          offset, "a \",\" or a closing bracket is missing here" + since(context) + ".", "Add it.");
    }
    return explainText(error, offset);
  }

  private YamlProblem explainText(MarkedYamlEngineException error, int offset) {
    String said = error.getProblem();
    if (said.contains("escape character") || said.contains("escape sequence")) {
      return syntax(
          offset,
          "in double quotes a backslash begins an escape, and this is none.",
          "Double the backslash, or put the text in single quotes.");
    }
    if (said.contains("expected '<document start>'")) {
      return syntax(
          offset,
          "the document ends above, and something follows it.",
          "Put a line \"---\" between two documents, or remove what follows.");
    }
    return syntax(
        offset, "the parser says: " + oneLine(error.getProblem()) + ".", "Correct the line.");
  }

  private YamlProblem cannotStart(int offset) {
    char found = source.text().charAt(offset);
    if (found == '\t') {
      return tab(offset);
    }
    return syntax(
        offset, "an unquoted text cannot begin with \"" + found + "\".", "Put the text in quotes.");
  }

  private YamlProblem tab(int offset) {
    return tab(source, offset);
  }

  static YamlProblem tab(SourceText source, int offset) {
    return YamlProblem.at(
        source,
        offset,
        ProblemKind.TAB,
        "a tab indents this line; YAML takes only spaces.",
        "Replace it with spaces.");
  }

  private String since(int context) {
    return context < 0 ? "" : "; what is open began in line " + source.position(context).line();
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }

  private YamlProblem syntax(int offset, String message, String remedy) {
    return YamlProblem.at(source, offset, ProblemKind.SYNTAX, message, remedy);
  }
}
