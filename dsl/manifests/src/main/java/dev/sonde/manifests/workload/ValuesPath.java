package dev.sonde.manifests.workload;

import dev.sonde.model.ContainerRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the probes of a container are in the values of a Helm chart.
 *
 * @param keys the keys on the way; none at the top
 */
public record ValuesPath(List<String> keys) {

  /** At the top. */
  public static final ValuesPath TOP = new ValuesPath(List.of());

  static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");

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

  ValuesPath then(String key) {
    List<String> more = new ArrayList<>(keys);
    more.add(key);
    return new ValuesPath(more);
  }

  /**
   * {@return where the probes of a container are}
   *
   * @param container the container
   * @param several whether there are more containers; each then is below its name
   * @throws IllegalArgumentException if there are more, and this one has no name
   */
  public ValuesPath of(ContainerRef container, boolean several) {
    return several
        ? then(
            container
                .name()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "In a chart's values, put several containers each below its name."
                                + " Name it where the probes are declared.")))
        : this;
  }

  @Override
  public String toString() {
    return keys.isEmpty() ? "." : String.join(".", keys);
  }
}
