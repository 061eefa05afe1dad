package dev.sonde.manifests.framework;

import dev.sonde.manifests.document.UnreadableDocumentException;
import dev.sonde.manifests.output.PlacedFinding;
import dev.sonde.rules.FindingWords;
import dev.sonde.rules.FrameworkRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the settings of a Spring Boot application over each other, by its active profiles. */
final class SpringConfiguration {

  private static final Pattern FILE =
      Pattern.compile("(config/)?application(?:-([^/]+))?\\.(properties|ya?ml)");

  private static final String ACTIVE = "spring.profiles.active";
  private static final String ON_PROFILE = "spring.config.activate.on-profile";
  private static final String ON_PLATFORM = "spring.config.activate.on-cloud-platform";
  private static final String PLATFORM = "spring.main.cloud-platform";
  private static final String JSON = "SPRING_APPLICATION_JSON";

  /** Where a setting lets Spring Boot read more than was looked at. */
  private static final List<String> ELSEWHERE =
      List.of(
          "spring.config.import",
          "spring.config.location",
          "spring.config.additional-location",
          "spring.config.name");

  private final ApplicationFiles files;
  private final ContainerSettings container;
  private final Optional<String> environment;
  private final List<EffectiveSettings.Layer> outside;

  SpringConfiguration(
      ApplicationFiles files, ContainerSettings container, Optional<String> environment) {
    this.files = files;
    this.container = container;
    this.environment = environment;
    this.outside = outside(container);
  }

  /** What counts more than the files, what counts most first. */
  private static List<EffectiveSettings.Layer> outside(ContainerSettings container) {
    List<EffectiveSettings.Layer> layers = new ArrayList<>();
    layers.add(new EffectiveSettings.Layer(container.arguments(), false));
    container.variables().stream()
        .filter(variable -> variable.name().equals(JSON) && variable.hidden().isEmpty())
        .forEach(variable -> layers.add(new EffectiveSettings.Layer(json(variable), false)));
    layers.add(new EffectiveSettings.Layer(container.properties(), false));
    layers.add(new EffectiveSettings.Layer(container.variables(), true));
    return layers;
  }

  private static List<Setting> json(Setting variable) {
    try {
      byte[] bytes = variable.value().getBytes(StandardCharsets.UTF_8);
      return YamlSettings.read(JSON, bytes).stream()
          .flatMap(document -> document.settings().stream())
          .map(setting -> new Setting(setting.name(), setting.value(), variable.place()))
          .toList();
    } catch (UnreadableDocumentException broken) {
      throw new SettingException(
          variable.finding(
              FrameworkRules.SYNTAX,
              JSON + " cannot be read: " + broken.mistakes().get(0).finding().message(),
              "Write a JSON object."));
    }
  }

  /**
   * {@return what counts}
   *
   * @throws SettingException if nobody knows the profiles, or there is none of that name
   */
  EffectiveSettings settings() {
    EffectiveSettings basic = settings(Set.of(), false);
    Set<String> active = active(basic);
    refuseUnknown(basic);
    return settings(active, true);
  }

  /** What sets more, and was not seen. */
  List<PlacedFinding> unseen(EffectiveSettings settings) {
    List<PlacedFinding> unseen = new ArrayList<>(container.unseen());
    for (String key : ELSEWHERE) {
      settings.list(key).stream()
          .findFirst()
          .map(
              setting ->
                  setting.finding(
                      FrameworkRules.UNSEEN,
                      setting.name()
                          + " is "
                          + FindingWords.quote(setting.value())
                          + ", and what it brings in is not read.",
                      "See that it moves neither port nor path of the health endpoints."))
          .ifPresent(unseen::add);
    }
    settings
        .filled("spring.aot.enabled")
        .filter(setting -> setting.value().strip().equalsIgnoreCase("true"))
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.UNSEEN,
                    setting.name()
                        + " is true, so conditions were decided when the application was built:"
                        + " probes that were off then stay off, and a management port of its own"
                        + " that was not there then does not open.",
                    "See that probes and management.server.port were set for the build."))
        .ifPresent(unseen::add);
    files.documents().entrySet().stream()
        .filter(file -> file.getKey().startsWith("bootstrap"))
        .flatMap(file -> file.getValue().stream())
        .flatMap(document -> document.settings().stream())
        .findFirst()
        .map(
            setting ->
                setting.finding(
                    FrameworkRules.UNSEEN,
                    "this file brings in settings of a server, which are not read.",
                    "See that they move neither port nor path of the health endpoints."))
        .ifPresent(unseen::add);
    return unseen;
  }

  private Set<String> active(EffectiveSettings basic) {
    EffectiveSettings fromOutside = new EffectiveSettings(outside, SettingNames.RELAXED);
    List<String> named = fromOutside.words(ACTIVE);
    if (named.isEmpty()) {
      named = environment.map(List::of).orElseGet(() -> basic.words(ACTIVE));
    }
    if (named.isEmpty()) {
      named = basic.words("spring.profiles.default");
    }
    Set<String> active = new LinkedHashSet<>();
    for (String profile : named.isEmpty() ? List.of("default") : named) {
      activate(profile, basic, active);
    }
    basic.words("spring.profiles.include").forEach(profile -> activate(profile, basic, active));
    return active;
  }

  private static void activate(String profile, EffectiveSettings basic, Set<String> active) {
    if (active.add(profile)) {
      basic
          .words("spring.profiles.group." + profile)
          .forEach(member -> activate(member, basic, active));
    }
  }

  private void refuseUnknown(EffectiveSettings basic) {
    Set<String> known = mentioned();
    environment.filter(wanted -> isGroup(basic, wanted)).ifPresent(known::add);
    EnvironmentNames.demandKnown(environment, known, files.shown());
  }

  private static boolean isGroup(EffectiveSettings basic, String profile) {
    return !basic.list("spring.profiles.group." + profile).isEmpty();
  }

  private Set<String> mentioned() {
    Set<String> profiles = new LinkedHashSet<>();
    for (Map.Entry<String, List<ConfigurationDocument>> file : files.documents().entrySet()) {
      profileOf(file.getKey()).ifPresent(profiles::add);
    }
    files
        .settings()
        .filter(setting -> isBase(setting.name(), ON_PROFILE))
        .flatMap(setting -> ProfileExpression.profiles(setting.value().replace(",", " ")).stream())
        .forEach(profiles::add);
    return profiles;
  }

  private static boolean isBase(String written, String key) {
    return SettingNames.RELAXED.means(written.replaceAll("\\[\\d+\\]$", ""), key);
  }

  private static Optional<String> profileOf(String file) {
    Matcher name = FILE.matcher(file);
    return name.matches() ? Optional.ofNullable(name.group(2)) : Optional.empty();
  }

  /** Files of profiles count more than plain ones, those in {@code config} more than others. */
  private EffectiveSettings settings(Set<String> active, boolean profilesKnown) {
    List<EffectiveSettings.Layer> layers = new ArrayList<>();
    addFiles(Optional.empty(), active, profilesKnown, layers);
    for (String profile : active) {
      addFiles(Optional.of(profile), active, profilesKnown, layers);
    }
    Collections.reverse(layers);
    layers.addAll(0, outside);
    return new EffectiveSettings(layers, SettingNames.RELAXED);
  }

  private void addFiles(
      Optional<String> profile,
      Set<String> active,
      boolean profilesKnown,
      List<EffectiveSettings.Layer> layers) {
    for (String folder : List.of("", "config/")) {
      for (String ending : List.of("yml", "yaml", "properties")) {
        String suffix = profile.map(name -> "-" + name).orElse("");
        List<ConfigurationDocument> documents =
            files
                .documents()
                .getOrDefault(folder + "application" + suffix + "." + ending, List.of());
        for (ConfigurationDocument document : documents) {
          EffectiveSettings.Layer layer = new EffectiveSettings.Layer(document.settings(), false);
          if (counts(layer, active, profilesKnown)) {
            layers.add(layer);
          }
        }
      }
    }
  }

  private boolean counts(EffectiveSettings.Layer layer, Set<String> active, boolean profilesKnown) {
    EffectiveSettings document = new EffectiveSettings(List.of(layer), SettingNames.RELAXED);
    List<Setting> profiles = document.list(ON_PROFILE);
    List<Setting> platforms = document.list(ON_PLATFORM);
    boolean fitsProfile =
        profiles.isEmpty()
            || (profilesKnown
                && profiles.stream()
                    .anyMatch(profile -> ProfileExpression.accepts(profile.value(), active)));
    return fitsProfile
        && (platforms.isEmpty()
            || platforms.stream().anyMatch(word -> word.value().equalsIgnoreCase(platform())));
  }

  /** Whoever asks for probes means Kubernetes, unless the configuration says otherwise. */
  private String platform() {
    return new EffectiveSettings(outside, SettingNames.RELAXED)
        .written(PLATFORM)
        .or(
            () ->
                files
                    .settings()
                    .filter(s -> SettingNames.RELAXED.means(s.name(), PLATFORM))
                    .findFirst())
        .map(Setting::value)
        .orElse("kubernetes");
  }
}
