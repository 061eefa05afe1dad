package dev.sonde.manifests.framework;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sonde.manifests.document.Mistakes;
import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.tree.SourceText;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FrameworkRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of properties as Java does, and knows the lines. A comment {@code #---} begins
 * another document, as in Spring Boot. Used once.
 */
final class PropertiesReader {

  private static final String SEPARATORS = "=: \t\f";

  private final String file;
  private final SourceText source;
  private final String text;
  private final Mistakes mistakes;
  private final List<ConfigurationDocument> documents = new ArrayList<>();
  private List<Setting> settings = new ArrayList<>();
  private int next;

  private PropertiesReader(String file, SourceText source) {
    this.file = file;
    this.source = source;
    this.text = source.text();
    this.mistakes = new Mistakes(file, source);
  }

  /**
   * {@return the documents}
   *
   * @throws dev.sonde.manifests.document.UnreadableDocumentException if an escape is broken
   */
  static List<ConfigurationDocument> read(String file, byte[] bytes) {
    PropertiesReader reader =
        new PropertiesReader(file, SourceText.of(new String(bytes, ISO_8859_1)));
    while (reader.next < reader.text.length()) {
      reader.readLine();
    }
    reader.mistakes.throwIfAny();
    reader.endDocument();
    return List.copyOf(reader.documents);
  }

  private void endDocument() {
    documents.add(new ConfigurationDocument(settings));
    settings = new ArrayList<>();
  }

  private void readLine() {
    int start = next;
    String line = naturalLine();
    String content = line.stripLeading();
    if (content.startsWith("#") || content.startsWith("!")) {
      if (line.startsWith("---", 1) && line.stripTrailing().length() == 4) {
        endDocument();
      }
      return;
    }
    StringBuilder logical = new StringBuilder(content);
    while (isContinued(logical)) {
      logical.setLength(logical.length() - 1);
      if (next >= text.length()) {
        break;
      }
      logical.append(naturalLine().stripLeading());
    }
    if (!logical.isEmpty()) {
      addSetting(start + line.length() - content.length(), logical.toString());
    }
  }

  private String naturalLine() {
    int end = source.lineEnd(next);
    String line = text.substring(next, end);
    boolean isPair = text.startsWith("\r\n", end);
    next = Math.min(text.length(), end + (isPair ? 2 : 1));
    return line;
  }

  private static boolean isContinued(CharSequence line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private void addSetting(int offset, String line) {
    int end = 0;
    while (end < line.length() && SEPARATORS.indexOf(line.charAt(end)) < 0) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    int keyEnd = Math.min(end, line.length());
    String rest = line.substring(keyEnd).stripLeading();
    boolean isSeparated = rest.startsWith("=") || rest.startsWith(":");
    String value = isSeparated ? rest.substring(1).stripLeading() : rest;
    settings.add(
        new Setting(
            unescaped(offset, line.substring(0, keyEnd)),
            unescaped(offset, value),
            ManifestPlace.at(file, documents.size() + 1, source, offset)));
  }

  private String unescaped(int offset, String written) {
    StringBuilder plain = new StringBuilder(written.length());
    int i = 0;
    while (i < written.length()) {
      char c = written.charAt(i++);
      if (c != '\\' || i == written.length()) {
        plain.append(c);
        continue;
      }
      char escaped = written.charAt(i++);
      if (escaped == 'u') {
        String digits = written.substring(i, Math.min(i + 4, written.length()));
        plain.append(character(offset, digits));
        i += digits.length();
      } else {
        plain.append(
            switch (escaped) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 'f' -> '\f';
              default -> escaped;
            });
      }
    }
    return plain.toString();
  }

  private char character(int offset, String digits) {
    if (digits.matches("[0-9a-fA-F]{4}")) {
      return (char) Integer.parseInt(digits, 16);
    }
    mistakes.add(
        offset,
        FrameworkRules.SYNTAX.finding(
            FieldPath.ROOT,
            "\\u" + digits + " is no escape: four hexadecimal digits follow \\u.",
            "Write the four digits, or \\\\u for a backslash."));
    return ' ';
  }
}
