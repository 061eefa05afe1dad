package dev.sonde.manifests.framework;

import dev.sonde.manifests.output.ManifestPlace;
import dev.sonde.rules.EnvironmentRules;
import dev.sonde.rules.FieldPath;
import dev.sonde.rules.FindingWords;
import java.util.Optional;
import java.util.Set;

/** Judges the environment that somebody asks for. */
final class EnvironmentNames {

  private EnvironmentNames() {}

  /**
   * Refuses an environment that nothing is said of, as overrides do.
   *
   * @param wanted what is asked for
   * @param known the profiles or environments that the configuration mentions
   * @param place where the configuration is
   */
  static void demandKnown(Optional<String> wanted, Set<String> known, String place) {
    if (wanted.isEmpty() || known.contains(wanted.get())) {
      return;
    }
    String name = wanted.get();
    throw new SettingException(
        ManifestPlace.of(place)
            .finding(
                EnvironmentRules.UNKNOWN.finding(
                    FieldPath.ROOT,
                    "there is no profile "
                        + FindingWords.quote(name)
                        + " in the configuration; available: "
                        + (known.isEmpty() ? "none" : String.join(", ", known))
                        + ".",
                    "Correct the name, or write application-" + name + ".properties.")));
  }
}
