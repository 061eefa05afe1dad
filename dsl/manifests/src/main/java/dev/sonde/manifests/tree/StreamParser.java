package dev.sonde.manifests.tree;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Parses a text document by document. The parser stops at the first error; a {@code ---} at the
 * start of a line always begins a new document, so that is where reading goes on. So does an object
 * behind another one in a stream of JSON.
 */
final class StreamParser {

  /** How much the parser reads at once where lines are short. */
  private static final int WINDOW = 1024;

  /** The parser copies what it has of a line whenever it reads more; so often at most. */
  private static final int COPIES = 16;

  private final SourceText source;
  private final ParserText parserText;
  private final Consumer<YamlProblem> problems;
  private final CharOffsets offsets;
  private final TreeBuilder builder;
  private final SyntaxProblems syntaxProblems;
  private final int longestLine;
  private int starts;

  StreamParser(
      SourceText source, Consumer<YamlDocument> documents, Consumer<YamlProblem> problems) {
    this.source = source;
    this.parserText = new ParserText(source.text());
    this.problems = problems;
    this.offsets = new CharOffsets(source.text());
    this.builder = new TreeBuilder(source, documents, problems);
    this.syntaxProblems = new SyntaxProblems(source);
    this.longestLine = longestLine(source.text());
  }

  private static int longestLine(String text) {
    int longest = 0;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      longest = Math.max(longest, end - start);
      start = end + 1;
    }
    return Math.max(longest, text.length() - start);
  }

  void parse() {
    int length = source.text().length();
    int control = DocumentMarkers.controlCharacter(source.text(), 0);
    int from = JsonStreams.start(source.text());
    while (from < length) {
      if (control < from) {
        control = DocumentMarkers.controlCharacter(source.text(), from);
      }
      from = parseUpTo(control, from);
    }
  }

  /** Parses the documents that lie wholly before a control character, which YAML forbids. */
  private int parseUpTo(int control, int from) {
    if (control == source.text().length()) {
      return parse(from, control);
    }
    int documentWithControl = DocumentMarkers.lastBefore(source.text(), from, control);
    if (from < documentWithControl) {
      return parse(from, documentWithControl);
    }
    problems.accept(syntaxProblems.controlCharacter(control));
    return DocumentMarkers.next(source.text(), control);
  }

  /** Parses up to {@code to}, or to the first error; returns where to go on. */
  private int parse(int from, int to) {
    CharOffsets.View view = offsets.from(from);
    builder.startAt(from, view);
    try {
      for (Event event : new Parse(settings()).parseReader(range(from, to))) {
        builder.accept(event);
      }
      return to;
    } catch (RejectedDocument e) {
      if (parserText.repair(e.problem().offset())) {
        return builder.documentStart();
      }
      builder.giveUp();
      problems.accept(e.problem());
    } catch (MarkedYamlEngineException e) {
      int stopped = e.getProblemMark().map(mark -> view.offset(mark.getIndex())).orElse(from);
      if (JsonStreams.goOn(source.text(), from, stopped, e)) {
        return stopped;
      }
      if (parserText.repair(stopped)) {
        return builder.documentStart();
      }
      if (stopped < to && endsBefore(stopped)) {
        parse(builder.documentStart(), stopped);
      } else {
        builder.giveUp();
      }
      problems.accept(syntaxProblems.of(e, view, builder));
    } catch (YamlEngineException e) {
      builder.giveUp();
      problems.accept(syntaxProblems.unmarked(e, builder.documentStart()));
    }
    return Math.min(to, DocumentMarkers.next(source.text(), builder.contentStart()));
  }

  /** To Go a directive ends the document before it, though no {@code ...} does. */
  private boolean endsBefore(int stopped) {
    String text = source.text();
    return stopped > builder.documentStart()
        && text.charAt(stopped) == '%'
        && text.charAt(stopped - 1) == '\n';
  }

  /**
   * A long line needs a long window, or reading it takes the square of its length; each start after
   * an error reads a whole window again, so each gets a smaller one.
   */
  private LoadSettings settings() {
    starts++;
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setParseComments(false)
        .setBufferSize(Math.max(WINDOW, longestLine / COPIES / starts))
        .build();
  }

  private Reader range(int from, int to) {
    StringReader whole = new StringReader(parserText.text());
    try {
      long skipped = whole.skip(from);
      return new LimitedReader(whole, to - Math.toIntExact(skipped));
    } catch (IOException e) {
      throw new UncheckedIOException("a string reader does not fail", e);
    }
  }

  /** The first characters of a text, without a copy. */
  private static final class LimitedReader extends Reader {
    private final Reader in;
    private int left;

    LimitedReader(Reader in, int left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = left == 0 ? -1 : in.read(buffer, offset, Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
