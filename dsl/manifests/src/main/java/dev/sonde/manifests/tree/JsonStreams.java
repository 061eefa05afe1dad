package dev.sonde.manifests.tree;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Finds where JSON documents follow each other without a marker, as {@code kubectl get -o json},
 * called twice, writes them. YAML does not know that; kubectl takes it in a text that begins with
 * JSON, as long as no {@code ---} comes up.
 */
final class JsonStreams {

  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*[\"}]");

  private JsonStreams() {}

  /** Where to begin: JSON may be behind a tab, YAML may not. */
  static int start(String text) {
    return beginsObject(text, 0) ? text.indexOf('{') : 0;
  }

  /**
   * Tells whether the parser stopped only because the next JSON document begins.
   *
   * @param from where the parser began
   * @param offset where it stopped
   */
  static boolean goOn(String text, int from, int offset, MarkedYamlEngineException error) {
    return offset > from
        && error.getProblem().startsWith("expected '<document start>'")
        && beginsObject(text, from)
        && beginsObject(text, offset)
        && DocumentMarkers.next(text.substring(from, offset), 0) == offset - from;
  }

  static boolean beginsObject(String text, int offset) {
    return OBJECT.matcher(text).region(offset, text.length()).lookingAt();
  }
}
