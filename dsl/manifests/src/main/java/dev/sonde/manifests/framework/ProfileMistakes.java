package dev.sonde.manifests.framework;

import dev.sonde.rules.FrameworkRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Settings about profiles at places where Spring Boot takes none, so that it does not start. */
final class ProfileMistakes {

  private static final String OLD = "spring.profiles";
  private static final String INCLUDE = "spring.profiles.include";
  private static final List<String> IN_NO_PROFILE =
      List.of("spring.profiles.active", INCLUDE, "spring.profiles.default");

  private ProfileMistakes() {}

  /**
   * Refuses them.
   *
   * @param plain the documents of files of no profile
   * @param profiled those of the files of active profiles
   * @param platformKnown whether the platform is set where it counts more
   */
  static void refuse(
      List<ConfigurationDocument> plain,
      List<ConfigurationDocument> profiled,
      boolean platformKnown) {
    List<ConfigurationDocument> onProfile =
        plain.stream()
            .filter(document -> any(document, SpringConfiguration.ON_PROFILE).isPresent())
            .toList();
    refuse(
        Stream.concat(plain.stream(), profiled.stream()).toList(),
        List.of(OLD),
        "Write " + SpringConfiguration.ON_PROFILE + ".");
    refuse(profiled, IN_NO_PROFILE, "Write it into a file that is of no profile.");
    refuse(
        onProfile,
        platformKnown ? List.of(INCLUDE) : List.of(INCLUDE, SpringConfiguration.PLATFORM),
        "Write it into a document that is of no profile.");
  }

  private static void refuse(
      List<ConfigurationDocument> documents, List<String> keys, String remedy) {
    documents.stream()
        .flatMap(document -> keys.stream().flatMap(key -> any(document, key).stream()))
        .findFirst()
        .ifPresent(
            setting -> {
              throw new SettingException(
                  setting.finding(
                      FrameworkRules.WRONG,
                      setting.name() + " is at a place where Spring Boot does not start with it.",
                      remedy));
            });
  }

  /** The setting, or an item of it as a list. */
  private static Optional<Setting> any(ConfigurationDocument document, String key) {
    Predicate<Setting> means =
        setting -> SettingNames.RELAXED.means(setting.name().replaceAll("\\[\\d+]$", ""), key);
    return document.settings().stream().filter(means).findFirst();
  }
}
