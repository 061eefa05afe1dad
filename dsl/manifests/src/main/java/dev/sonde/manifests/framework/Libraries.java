package dev.sonde.manifests.framework;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries of an application.
 *
 * @param versions their versions, by artifact; none at all where nobody knows them
 */
public record Libraries(Map<String, String> versions) {

  /** Nobody knows them. */
  public static final Libraries UNKNOWN = new Libraries(Map.of());

  private static final Pattern FILE = Pattern.compile("(?:.*/)?([^/]+?)-(\\d[^/]*)\\.jar");

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

  /** Copies the map, so that the value stays what it was. */
  public Libraries {
    versions = Map.copyOf(versions);
  }

  /**
   * {@return the libraries in files}
   *
   * @param files their names, such as {@code BOOT-INF/lib/spring-boot-3.5.16.jar}
   */
  public static Libraries ofFiles(Iterable<String> files) {
    Map<String, String> versions = new TreeMap<>();
    for (String file : files) {
      Matcher name = FILE.matcher(file);
      if (name.matches()) {
        versions.put(artifact(name.group(1)), name.group(2));
      }
    }
    return new Libraries(versions);
  }

  /** Quarkus puts the group before the artifact, as in {@code io.quarkus.quarkus-core}. */
  private static String artifact(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Tells whether a version comes before another, by their first two numbers. */
  static boolean isOlder(String version, String other) {
    Matcher one = NUMBERS.matcher(version);
    Matcher two = NUMBERS.matcher(other);
    if (!one.lookingAt() || !two.lookingAt()) {
      return false;
    }
    int major = Integer.compare(Integer.parseInt(one.group(1)), Integer.parseInt(two.group(1)));
    int minor = Integer.compare(Integer.parseInt(one.group(2)), Integer.parseInt(two.group(2)));
    return major < 0 || (major == 0 && minor < 0);
  }

  boolean known() {
    return !versions.isEmpty();
  }

  boolean has(String artifact) {
    return versions.containsKey(artifact);
  }

  Optional<String> version(String artifact) {
    return Optional.ofNullable(versions.get(artifact));
  }
}
