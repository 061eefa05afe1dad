package dev.sonde.manifests.framework;

import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether Actuator's health is on the web at all.
 *
 * @param settings what counts
 */
record SpringAccess(EffectiveSettings settings) {

  private static final String EXPOSURE = "management.endpoints.web.exposure.";
  private static final Pattern ACCESS =
      Pattern.compile("none|readonly|unrestricted", Pattern.CASE_INSENSITIVE);

  /** {@return the setting that keeps health from the web, if one does} */
  Optional<Setting> hiding() {
    List<Setting> excludes = settings.list(EXPOSURE + "exclude");
    List<Setting> includes = settings.list(EXPOSURE + "include");
    Stream.concat(includes.stream(), excludes.stream())
        .filter(word -> word.value().matches("\\p{Lu}.*"))
        .findFirst()
        .ifPresent(
            word ->
                refuse(word, "and an endpoint's name begins with a small letter", "Correct it."));
    Optional<Setting> excluded = excludes.stream().filter(SpringAccess::meansHealth).findFirst();
    boolean isIncluded =
        includes.isEmpty() || includes.stream().anyMatch(SpringAccess::meansHealth);
    return isIncluded ? excluded : excluded.or(() -> includes.stream().findFirst());
  }

  private static boolean meansHealth(Setting word) {
    return word.value().equals("*") || word.value().replaceAll("[-.]", "").equals("health");
  }

  /** {@return the setting that switches health off, if one does} */
  Optional<Setting> switchedOff() {
    Optional<Setting> most =
        access("management.endpoints.access.max-permitted").filter(SpringAccess::isNone);
    Optional<Setting> own = access(SpringBootHealth.HEALTH + ".access");
    Optional<Setting> enabled = settings.filled(SpringBootHealth.HEALTH + ".enabled");
    Optional<Setting> usual = access("management.endpoints.access.default");
    Optional<Setting> byDefault = settings.filled("management.endpoints.enabled-by-default");
    refuseBoth(own, enabled);
    refuseBoth(usual, byDefault);
    if (most.isPresent() || own.isPresent()) {
      return most.or(() -> own.filter(SpringAccess::isNone));
    }
    if (enabled.isPresent()) {
      return enabled.filter(setting -> !EffectiveSettings.isTrue(setting));
    }
    return usual.isPresent()
        ? usual.filter(SpringAccess::isNone)
        : byDefault.filter(setting -> !EffectiveSettings.isTrue(setting));
  }

  private Optional<Setting> access(String key) {
    Optional<Setting> access = settings.filled(key);
    access
        .filter(word -> !ACCESS.matcher(word.value().strip().replaceAll("[-_]", "")).matches())
        .ifPresent(
            word -> refuse(word, "which is no access", "Write none, read-only or unrestricted."));
    return access;
  }

  private static void refuseBoth(Optional<Setting> access, Optional<Setting> enabled) {
    access
        .filter(any -> enabled.isPresent())
        .ifPresent(
            setting ->
                refuse(
                    setting,
                    "and " + enabled.orElseThrow().text() + " is set as well",
                    "Keep one of them."));
  }

  private static void refuse(Setting setting, String why, String remedy) {
    throw new SettingException(
        setting.finding(
            FrameworkRules.WRONG,
            setting.name()
                + " is "
                + FindingWords.quote(setting.value())
                + ", "
                + why
                + ": Spring Boot does not start.",
            remedy));
  }

  private static boolean isNone(Setting access) {
    return access.value().strip().equalsIgnoreCase("none");
  }
}
