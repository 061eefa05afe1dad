package dev.sonde.manifests.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a tree of JSON. */
final class JsonTreeReader {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");
  private static final List<String> WORDS = List.of("true", "false", "null");
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String ESCAPES = "\"\\/\b\f\n\r\t";

  private final SourceText source;
  private final String text;
  private final Consumer<YamlProblem> problems;
  private final DuplicateKeys duplicateKeys;
  private final TextInterner interner = new TextInterner();
  private int at;
  private int depth;

  JsonTreeReader(SourceText source, Consumer<YamlProblem> problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
    this.duplicateKeys = new DuplicateKeys(source);
  }

  int offset() {
    return at;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  MappingNode object() {
    int start = at;
    List<YamlTreeNode> parts = new ArrayList<>();
    enter('{', "a JSON object");
    while (!closes('}', !parts.isEmpty())) {
      parts.add(string("a key in double quotes"));
      skipBlanks();
      expect(':', "a \":\"");
      parts.add(value());
    }
    depth--;
    MappingNode mapping =
        new MappingNode(start, at, null, true, parts.toArray(new YamlTreeNode[0]));
    duplicateKeys.find(mapping, problems);
    return mapping;
  }

  private SequenceNode list() {
    int start = at;
    List<YamlTreeNode> items = new ArrayList<>();
    enter('[', "a list");
    while (!closes(']', !items.isEmpty())) {
      items.add(value());
    }
    depth--;
    return new SequenceNode(start, at, null, true, items);
  }

  private void enter(char bracket, String what) {
    if (++depth > TreeBuilder.MAX_DEPTH) {
      throw TreeBuilder.tooDeep(source, at);
    }
    expect(bracket, what);
    skipBlanks();
  }

  /** Takes the bracket that closes; if there is none, the comma before what comes next. */
  private boolean closes(char bracket, boolean behindAnItem) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == bracket) {
      at++;
      return true;
    }
    if (behindAnItem) {
      expect(',', "a \",\" or \"" + bracket + "\"");
      skipBlanks();
    }
    return false;
  }

  private YamlTreeNode value() {
    skipBlanks();
    char first = at < text.length() ? text.charAt(at) : ' ';
    return switch (first) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string("a value");
      default -> word();
    };
  }

  private ScalarNode word() {
    for (String word : WORDS) {
      if (text.startsWith(word, at)) {
        return plain(at + word.length());
      }
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw unexpected("a value");
    }
    return plain(number.end());
  }

  private ScalarNode plain(int end) {
    ScalarNode scalar = scalar(at, end, ScalarStyle.PLAIN, text.substring(at, end));
    at = end;
    return scalar;
  }

  private ScalarNode string(String wanted) {
    int start = at;
    expect('"', wanted);
    StringBuilder value = new StringBuilder();
    int from = at;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw reject(
            at, "a JSON text cannot go over the line, nor hold a tab.", "Write \\n or \\t.");
      }
      if (c == '\\') {
        value.append(text, from, at).append(escape());
        from = at;
      } else {
        at++;
      }
    }
    value.append(text, from, at);
    expect('"', "the quote that closes the text");
    return scalar(start, at, ScalarStyle.DOUBLE_QUOTED, value.toString());
  }

  private char escape() {
    int backslash = at++;
    char c = at < text.length() ? text.charAt(at++) : ' ';
    if (c == 'u' && HEX.matcher(text).region(at, text.length()).lookingAt()) {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    int known = ESCAPED.indexOf(c);
    if (known < 0) {
      throw reject(
          backslash,
          "in JSON a backslash begins an escape, and this is none.",
          "Double the backslash.");
    }
    return ESCAPES.charAt(known);
  }

  private ScalarNode scalar(int start, int end, ScalarStyle style, String value) {
    return new ScalarNode(start, end, null, style, interner.intern(value));
  }

  private void expect(char wanted, String what) {
    if (at == text.length() || text.charAt(at) != wanted) {
      throw unexpected(what);
    }
    at++;
  }

  RejectedDocument unexpected(String wanted) {
    String found =
        isAtEnd()
            ? "the file ends"
            : "there is \"" + new String(Character.toChars(text.codePointAt(at))) + "\"";
    return reject(
        at,
        found + " where JSON wants " + wanted + ".",
        "Correct it, or, if the file is YAML, give it a name that ends in .yaml.");
  }

  private RejectedDocument reject(int offset, String message, String remedy) {
    return new RejectedDocument(
        YamlProblem.at(source, offset, ProblemKind.SYNTAX, message, remedy));
  }
}
