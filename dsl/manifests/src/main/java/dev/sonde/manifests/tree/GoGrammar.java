package dev.sonde.manifests.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses what YAML 1.2 permits and Go's YAML library does not. */
final class GoGrammar {

  /**
   * An escape that is half a character, of which pairs are not put together; or that of a slash,
   * which JSON and YAML 1.2 have.
   */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2}|U0000[dD][89a-fA-F][0-9a-fA-F]{2})"
              + "|(?<slash>/)|.)",
          Pattern.DOTALL);

  private static final Pattern DIRECTIVE = Pattern.compile("(?m)^%(?!YAML\\s|TAG\\s).*");

  private final SourceText source;
  private final boolean json;

  GoGrammar(SourceText source) {
    this.source = source;
    this.json = JsonStreams.beginsObject(source.text(), 0);
  }

  /** How Go's library names anchors. */
  private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9_-]+");

  /** Looks at the name of an anchor or alias. */
  void checkAnchor(String name, int start) {
    if (!ANCHOR.matcher(name).matches()) {
      throw reject(
          start,
          "the name of an anchor has other characters than letters, digits, - and _.",
          "Give it another name.");
    }
  }

  /**
   * Looks at a scalar; most need no second look.
   *
   * @param key whether it is a key in braces
   */
  void check(ScalarStyle style, boolean flow, boolean key, String value, int start, int end) {
    if (style == ScalarStyle.PLAIN && flow) {
      checkPlainInFlow(key, value, start, end);
    } else if (style == ScalarStyle.DOUBLE_QUOTED && !json && mayBeEscaped(value)) {
      checkEscapes(start, end);
    }
  }

  /** A "?" that marks a key needs no space behind it there. */
  static boolean marksKey(boolean key, String value) {
    return key && value.length() > 1 && value.startsWith("?");
  }

  private void checkPlainInFlow(boolean key, String value, int start, int end) {
    if (key && value.isEmpty()) {
      throw reject(start, "there is no key before this \":\".", "Write one.");
    }
    int question = value.indexOf('?', marksKey(key, value) ? 1 : 0);
    if (question >= 0) {
      throw reject(
          Math.max(start, source.text().indexOf('?', start)),
          "in brackets and braces a \"?\" begins a key.",
          "Put the text in quotes.");
    }
    if (value.startsWith(":")) {
      throw reject(start, "in brackets and braces a text cannot begin with \":\".", "Quote it.");
    }
    String text = source.text();
    boolean tight =
        end + 1 < text.length()
            && text.charAt(end) == ':'
            && ",[]{}".indexOf(text.charAt(end + 1)) >= 0;
    if (tight) {
      throw reject(end, "this \":\" has no space behind it.", "Add one.");
    }
  }

  private static boolean mayBeEscaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '/' || Character.isSurrogate(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private void checkEscapes(int start, int end) {
    Matcher escapes = ESCAPE.matcher(source.text()).region(start, end);
    while (escapes.find()) {
      if (escapes.group("half") != null) {
        throw reject(
            escapes.start(),
            "\"" + escapes.group() + "\" is half a character; in YAML it cannot be written so.",
            "Write the character itself, or \\U with its eight digits.");
      } else if (escapes.group("slash") != null) {
        throw reject(
            escapes.start(), "a slash has no escape in the YAML that kubectl reads.", "Write /.");
      }
    }
  }

  /** Go reads YAML 1.1 alone, and knows no directives but these two. */
  void checkDirectives(int from, int to, Optional<Integer> minor) {
    if (minor.isPresent() && minor.get() != 1) {
      throw reject(from, "kubectl reads YAML 1.1 only.", "Remove the line %YAML.");
    }
    if (from < to) {
      Matcher directive = DIRECTIVE.matcher(source.text()).region(from, to);
      if (directive.find()) {
        throw reject(
            directive.start(),
            "there is no directive \"" + directive.group().strip() + "\".",
            "Remove the line.");
      }
    }
  }

  private RejectedDocument reject(int offset, String message, String remedy) {
    return new RejectedDocument(
        YamlProblem.at(source, offset, ProblemKind.SYNTAX, message, remedy));
  }
}
