package dev.sonde.manifests.shapes;

import dev.sonde.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the probes of a container stand in the values of a Helm chart.
 *
 * @param keys the keys on the way; none at the top
 */
public record ValuesPath(List<String> keys) {

  /** At the top. */
  public static final ValuesPath TOP = new ValuesPath(List.of());

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");

  /** Copies the keys, so that the value stays what it was. */
  public ValuesPath {
    keys = List.copyOf(keys);
  }

  /**
   * {@return the path that a text says}
   *
   * @param text keys with dots between them, such as {@code backend.api}; a dot alone is the top
   * @throws IllegalArgumentException if it has another form
   */
  public static ValuesPath parse(String text) {
    if (text.equals(".")) {
      return TOP;
    }
    List<String> keys = List.of(text.split("\\.", -1));
    if (!keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no path into a chart's values. Write keys with dots between them, as in"
              + " backend.api, or a dot alone for the top.");
    }
    return new ValuesPath(keys);
  }

  /**
   * {@return the path that leads one key further}
   *
   * @param key the key
   */
  public ValuesPath then(String key) {
    List<String> more = new ArrayList<>(keys);
    more.add(key);
    return new ValuesPath(more);
  }

  /** {@return values with nothing in them but these at this path} */
  YamlMap around(YamlMap values) {
    YamlMap nested = values;
    for (int i = keys.size() - 1; i >= 0; i--) {
      nested = YamlMap.builder().put(keys.get(i), nested).build();
    }
    return nested;
  }

  /** {@return what leads to the values in a template} */
  String inTemplate() {
    StringBuilder expression = new StringBuilder(keys.isEmpty() ? ".Values" : "index .Values");
    keys.forEach(key -> expression.append(" \"").append(key).append('"'));
    return expression.toString();
  }

  @Override
  public String toString() {
    return keys.isEmpty() ? "." : String.join(".", keys);
  }
}
