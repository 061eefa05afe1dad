package dev.sonde.compiled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes annotations down in one way, whether they come from a source or from a class file, so that
 * the two can be compared.
 */
public final class AnnotationText {

  private AnnotationText() {}

  /**
   * {@return an annotation}
   *
   * @param type the full name of its type
   * @param values its values by name, as this class writes them; only those that are written
   */
  public static String annotation(String type, Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
      parts.add(entry.getKey() + "=" + entry.getValue());
    }
    return "@" + type + "(" + String.join(",", parts) + ")";
  }

  /**
   * {@return a list of values}
   *
   * @param values the values, as this class writes them
   */
  public static String list(List<String> values) {
    return "{" + String.join(",", values) + "}";
  }

  /**
   * {@return a text}
   *
   * @param text the text
   */
  public static String text(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /**
   * {@return an annotation of a method}
   *
   * @param method the method's name
   * @param annotation the annotation, as this class writes it
   */
  public static String onMethod(String method, String annotation) {
    return method + "() " + annotation;
  }

  /**
   * {@return a hash of all annotations of a class and its methods}
   *
   * @param annotations the annotations, as this class writes them, in any order
   */
  public static String hash(List<String> annotations) {
    List<String> sorted = new ArrayList<>(annotations);
    Collections.sort(sorted);
    return TextHash.of(String.join("\n", sorted));
  }
}
