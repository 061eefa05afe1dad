package dev.sonde.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names a class for each container: after the container, with the workload before it where that is
 * not enough, and a number behind it where even that is not. The same manifests give the same
 * names.
 */
final class ClassNames {

  private static final String SUFFIX = "Probes";

  private ClassNames() {}

  static List<String> of(List<ManifestContainer> containers) {
    Map<String, Integer> uses = new HashMap<>();
    containers.forEach(container -> uses.merge(key(shortName(container)), 1, Integer::sum));
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (ManifestContainer container : containers) {
      boolean unique = uses.getOrDefault(key(shortName(container)), 0) == 1;
      String name = unique ? shortName(container) : longName(container);
      int number = numbers.merge(key(name), 1, Integer::sum);
      names.add(name + (number == 1 ? "" : number) + SUFFIX);
    }
    return names;
  }

  /** Files whose names differ only in case are one file to some systems. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String shortName(ManifestContainer container) {
    return camelCase(container.node().name().or(() -> container.workload().name()).orElse(""));
  }

  private static String longName(ManifestContainer container) {
    return camelCase(
        container.workload().name().orElse("") + "-" + container.node().name().orElse(""));
  }

  /** Only ASCII letters and digits are left, so that every file system can hold the file. */
  private static String camelCase(String text) {
    StringBuilder name = new StringBuilder();
    boolean upper = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (letter || digit) {
        name.append(upper ? Character.toUpperCase(c) : c);
      }
      upper = !letter;
    }
    boolean startsBadly = name.isEmpty() || Character.isDigit(name.charAt(0));
    return startsBadly ? "Container" + name : name.toString();
  }
}
