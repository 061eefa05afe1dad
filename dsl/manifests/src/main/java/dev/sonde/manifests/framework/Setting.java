package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.Rule;
import java.util.Optional;

/**
 * A setting as it is written somewhere.
 *
 * @param name its name there, such as {@code server.port} or {@code SERVER_PORT}
 * @param value its value; placeholders as they are written
 * @param hidden why nobody knows the value, if so
 * @param place where it is
 */
record Setting(String name, String value, Optional<String> hidden, ManifestPlace place) {

  Setting(String name, String value, ManifestPlace place) {
    this(name, value, Optional.empty(), place);
  }

  Setting withValue(String other) {
    return new Setting(name, other, hidden, place);
  }

  Setting withName(String other) {
    return new Setting(other, value, hidden, place);
  }

  /** In running text, with its place. */
  String text() {
    return name + ", " + place.file() + ":" + place.position().line();
  }

  PlacedFinding finding(Rule rule, String message, String remedy) {
    return place.finding(rule.finding(FieldPath.of(name), message, remedy));
  }
}
